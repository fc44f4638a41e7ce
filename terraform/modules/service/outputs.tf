output "email" {
  description = "E-mail address of the service's account."
  value       = google_service_account.this.email
}

output "invokers" {
  description = "IAM members that may call the service."
  value       = [for grant in google_cloud_run_v2_service_iam_member.invoker : grant.member]
}

output "member" {
  description = "The service's account as an IAM member."
  value       = google_service_account.this.member
}

output "name" {
  description = "Name of the service."
  value       = google_cloud_run_v2_service.this.name
}

output "url" {
  description = "Address of the service, known only once it exists and may be called."
  value       = var.url
  depends_on  = [google_cloud_run_v2_service.this, google_cloud_run_v2_service_iam_member.invoker]
}

output "readable_secrets" {
  description = "Ids of the secrets that the service's account may read."
  value       = toset([for grant in google_secret_manager_secret_iam_member.reader : grant.secret_id])
}

output "reached_from" {
  description = "From where the service can be reached."
  value       = google_cloud_run_v2_service.this.ingress
}

output "timeout" {
  description = "How long a request may take, as Cloud Run is told: 60s."
  value       = google_cloud_run_v2_service.this.template[0].timeout
}
