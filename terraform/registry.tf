resource "google_artifact_registry_repository" "images" {
  project       = var.project_id
  location      = var.region
  repository_id = var.name
  description   = "Images of Toban's services"
  format        = "DOCKER"

  # A tag that can be moved would let an image change without a deployment.
  docker_config {
    immutable_tags = true
  }

  depends_on = [google_project_service.api]
}
