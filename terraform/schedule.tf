locals {
  # The workers do what is due; the edge does nothing and stays warm.
  ticked = merge({ ingress = module.ingress.url }, { for lane in keys(local.lanes) : lane => module.worker[lane].url })
}

resource "google_cloud_scheduler_job" "tick" {
  for_each = local.ticked

  project          = var.project_id
  region           = var.region
  name             = "${var.name}-tick-${each.key}"
  description      = "Every minute: what is due in ${each.key}"
  schedule         = "* * * * *"
  time_zone        = "Etc/UTC"
  attempt_deadline = "60s"

  # The next minute comes anyway.
  retry_config {
    retry_count = 0
  }

  http_target {
    http_method = "POST"
    uri         = "${each.value}/tick"

    oidc_token {
      service_account_email = google_service_account.caller.email
      audience              = each.value
    }
  }

  depends_on = [google_project_service.api]
}
