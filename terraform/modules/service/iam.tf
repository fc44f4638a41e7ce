locals {
  readable = merge({ for name, secret in var.secrets : name => secret.secret }, { for config in var.config[*] : "TOBAN_CONFIG" => config.secret })
  invokers = merge(var.invokers, var.public && !var.open_without_grant ? { everybody = "allUsers" } : {})
}

resource "google_secret_manager_secret_iam_member" "reader" {
  for_each = local.readable

  project   = var.project_id
  secret_id = each.value
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.this.member
}

resource "google_cloud_run_v2_service_iam_member" "invoker" {
  for_each = local.invokers

  project  = var.project_id
  location = var.region
  name     = google_cloud_run_v2_service.this.name
  role     = "roles/run.invoker"
  member   = each.value
}
