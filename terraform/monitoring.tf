# The team's own alerts come in: a Cloud Monitoring notification channel that publishes to a topic, which pushes to the
# work lane. Any alert policy of the project may name the channel (output alert_channel); SLO burn alerts feed severity.
resource "google_pubsub_topic" "alerts" {
  project = var.project_id
  name    = "alerts"

  depends_on = [google_project_service.api]
}

resource "google_monitoring_notification_channel" "toban" {
  project      = var.project_id
  display_name = "Toban"
  type         = "pubsub"
  labels       = { topic = google_pubsub_topic.alerts.id }
}

# https://cloud.google.com/monitoring/support/notification-options#pubsub: the agent exists once a channel does.
resource "google_pubsub_topic_iam_member" "monitoring" {
  project = var.project_id
  topic   = google_pubsub_topic.alerts.name
  role    = "roles/pubsub.publisher"
  member  = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-monitoring-notification.iam.gserviceaccount.com"

  depends_on = [google_monitoring_notification_channel.toban]
}

resource "google_pubsub_subscription" "alerts" {
  project                    = var.project_id
  name                       = "alerts-push"
  topic                      = google_pubsub_topic.alerts.id
  ack_deadline_seconds       = 60
  message_retention_duration = "604800s"

  push_config {
    push_endpoint = "${module.worker["work"].url}/"

    oidc_token {
      service_account_email = google_service_account.caller.email
      audience              = module.worker["work"].url
    }
  }

  retry_policy {
    minimum_backoff = "5s"
    maximum_backoff = "300s"
  }

  # What cannot be read is shown beside the work lane's undeliverable messages.
  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead["work"].id
    max_delivery_attempts = 10
  }

  expiration_policy {
    ttl = ""
  }
}

resource "google_pubsub_subscription_iam_member" "agent_takes_alerts" {
  project      = var.project_id
  subscription = google_pubsub_subscription.alerts.name
  role         = "roles/pubsub.subscriber"
  member       = local.pubsub_agent
}
