resource "google_service_account" "this" {
  project      = var.project_id
  account_id   = var.name
  display_name = "Toban: ${var.name}"
}

resource "google_cloud_run_v2_service" "this" {
  project             = var.project_id
  location            = var.region
  name                = var.name
  ingress             = !var.public ? "INGRESS_TRAFFIC_INTERNAL_ONLY" : var.behind_load_balancer ? "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER" : "INGRESS_TRAFFIC_ALL"
  deletion_protection = var.deletion_protection
  # https://cloud.google.com/run/docs/securing/managing-access#invoker_check: for organisations that refuse allUsers.
  invoker_iam_disabled = var.public && var.open_without_grant

  template {
    service_account                  = google_service_account.this.email
    timeout                          = "${var.timeout_seconds}s"
    max_instance_request_concurrency = var.concurrency

    scaling {
      min_instance_count = var.min_instances
      max_instance_count = var.max_instances
    }

    containers {
      image = var.image

      resources {
        limits = { cpu = "1", memory = var.memory }
        # Nothing runs after the answer, so nothing is billed after it.
        cpu_idle          = true
        startup_cpu_boost = true
      }

      # A revision with a wrong setting never answers here, so it never replaces the one that works.
      startup_probe {
        period_seconds    = 2
        timeout_seconds   = 2
        failure_threshold = 30

        http_get {
          path = "/health"
        }
      }

      dynamic "env" {
        for_each = var.env
        content {
          name  = env.key
          value = env.value
        }
      }

      dynamic "env" {
        for_each = var.secrets
        content {
          name = env.key

          value_source {
            secret_key_ref {
              secret  = env.value.secret
              version = env.value.version
            }
          }
        }
      }

      dynamic "volume_mounts" {
        for_each = var.config[*]
        content {
          name       = "config"
          mount_path = volume_mounts.value.folder
        }
      }
    }

    dynamic "volumes" {
      for_each = var.config[*]
      content {
        name = "config"

        secret {
          secret = volumes.value.secret

          items {
            version = volumes.value.version
            path    = volumes.value.file
          }
        }
      }
    }
  }

  # A revision that may not read its secrets does not start.
  depends_on = [google_secret_manager_secret_iam_member.reader]
}
