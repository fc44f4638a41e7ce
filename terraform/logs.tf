# Cloud Run writes the address of every request into its log. That of a calendar feed is its secret: such lines are not kept.
resource "google_logging_project_exclusion" "feeds" {
  project     = var.project_id
  name        = "${var.name}-feeds"
  description = "The address of a calendar feed is a secret"
  filter      = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${module.web.name}\" AND log_id(\"run.googleapis.com/requests\") AND httpRequest.requestUrl =~ \"/feeds/(rota|me)/\""

  depends_on = [google_project_service.api]
}
