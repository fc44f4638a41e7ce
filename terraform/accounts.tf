# Who knocks at the workers: Pub/Sub's pushes and the minute's schedule. It can do nothing else. One account for both,
# because a worker checks for one caller. The account of each service stands in modules/service.
resource "google_service_account" "caller" {
  project      = var.project_id
  account_id   = "${var.name}-caller"
  display_name = "Toban: pushes and ticks"

  depends_on = [google_project_service.api]
}

locals {
  pubsub_agent = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
}

# Pub/Sub signs its pushes as this account.
resource "google_service_account_iam_member" "pubsub_signs_as_caller" {
  service_account_id = google_service_account.caller.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = local.pubsub_agent
}
