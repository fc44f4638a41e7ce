# Gemini on Vertex AI, for the prose of postmortems: only where it is asked for, and only for the lane that writes them.
# Its models are Google's, so that there is no resource of ours for the role to stand on.
resource "google_project_iam_member" "ai" {
  count = var.ai ? 1 : 0

  project = var.project_id
  role    = "roles/aiplatform.user"
  member  = module.worker["work"].member

  depends_on = [google_project_service.api]
}
