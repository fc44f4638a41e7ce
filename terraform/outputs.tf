output "alert_channel" {
  description = "Notification channel for your own alert policies: what they find becomes a card in Slack."
  value       = google_monitoring_notification_channel.toban.name
}

output "domain_address" {
  description = "Address for the A records of both domains, if there are domains; their certificates come within an hour of that."
  value       = one(google_compute_global_address.edge[*].address)
}

output "image_repository" {
  description = "Where to push the images: <this>/ingress:<tag>, <this>/worker:<tag> and <this>/web:<tag>."
  value       = "${var.region}-docker.pkg.dev/${var.project_id}/${google_artifact_registry_repository.images.repository_id}"
}

output "secret_ids" {
  description = "Secrets to fill by hand, by environment name."
  value       = { for name, secret in merge(google_secret_manager_secret.slack, google_secret_manager_secret.webhook) : name => secret.secret_id }
}

output "share_docs_folder_with" {
  description = "Account to make a content manager of the folder of postmortem.docs, in a shared drive."
  value       = module.worker["work"].email
}

output "share_sheet_with" {
  description = "Accounts to share each rota spreadsheet with, as viewers: both lanes read it."
  value       = [for lane in ["calls", "work"] : module.worker[lane].email]
}

output "slack_request_urls" {
  description = "Addresses for the Slack app's settings."
  value       = { for path in ["events", "interactivity", "commands"] : path => "${local.edge_url}/slack/${path}" }
}

output "slack_redirect_url" {
  description = "Redirect URL for Sign in with Slack: under OAuth & Permissions in the Slack app's settings."
  value       = "${local.base_url}/sign-in/callback"
}

output "web_url" {
  description = "Where Google serves the pages. With a base_url of your own, lead its domain here."
  value       = module.web.url
}

output "worker_urls" {
  description = "Private addresses of the workers."
  value       = { for lane, worker in module.worker : lane => worker.url }
}
