resource "google_project_service" "api" {
  for_each = toset(concat(var.ai ? ["aiplatform.googleapis.com"] : [], var.domains == null ? [] : ["compute.googleapis.com"], [
    "artifactregistry.googleapis.com",
    "billingbudgets.googleapis.com",
    "cloudkms.googleapis.com",
    "cloudscheduler.googleapis.com",
    "drive.googleapis.com",
    "firebaserules.googleapis.com",
    "firestore.googleapis.com",
    "iam.googleapis.com",
    "iamcredentials.googleapis.com",
    "logging.googleapis.com",
    "monitoring.googleapis.com",
    "pubsub.googleapis.com",
    "run.googleapis.com",
    "secretmanager.googleapis.com",
    "sheets.googleapis.com",
  ]))

  project = var.project_id
  service = each.value
  # Others in the project may use the same API after Toban is gone.
  disable_on_destroy = false
}

# Its number is part of the services' addresses and of Google's own agents.
data "google_project" "this" {
  project_id = var.project_id
}
