# toban.yaml holds no secret, but it names people: so it travels as one. It may be at most 64 KiB.
resource "google_secret_manager_secret" "config" {
  project   = var.project_id
  secret_id = "${var.name}-config"

  replication {
    auto {}
  }

  depends_on = [google_project_service.api]
}

resource "google_secret_manager_secret_version" "config" {
  secret      = google_secret_manager_secret.config.id
  secret_data = file(var.config_file)
  # The revision before still mounts the version before: going back must stay possible.
  deletion_policy = "ABANDON"

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  config = {
    secret  = google_secret_manager_secret.config.secret_id
    version = google_secret_manager_secret_version.config.version
    folder  = "/etc/toban"
    file    = "toban.yaml"
  }
}
