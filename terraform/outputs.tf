output "image_repository" {
  description = "Where to push the images: <this>/ingress:<tag> and <this>/worker:<tag>."
  value       = "${var.region}-docker.pkg.dev/${var.project_id}/${google_artifact_registry_repository.images.repository_id}"
}

output "secret_ids" {
  description = "Secrets to fill by hand, by environment name."
  value       = { for name, secret in google_secret_manager_secret.slack : name => secret.secret_id }
}

output "share_sheet_with" {
  description = "Accounts to share each rota spreadsheet with, as viewers: both lanes read it."
  value       = [for lane in ["calls", "work"] : module.worker[lane].email]
}

output "slack_request_urls" {
  description = "Addresses for the Slack app's settings."
  value       = { for path in ["events", "interactivity", "commands"] : path => "${module.ingress.url}/slack/${path}" }
}

output "worker_urls" {
  description = "Private addresses of the workers."
  value       = { for lane, worker in module.worker : lane => worker.url }
}
