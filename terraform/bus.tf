locals {
  # Written from shared/ports/bus.ts; a test keeps them equal.
  lanes = jsondecode(file("${path.module}/contract/topics.json"))

  # Who rings whom. Nobody else may publish.
  publishers = {
    "ingress to calls" = { topic = "calls", member = module.ingress.member }
    "ingress to work"  = { topic = "work", member = module.ingress.member }
    "calls to work"    = { topic = "work", member = module.worker["calls"].member }
    "work to calls"    = { topic = "calls", member = module.worker["work"].member }
    "web to calls"     = { topic = "calls", member = module.web.member }
    "web to work"      = { topic = "work", member = module.web.member }
  }
}

resource "google_pubsub_topic" "lane" {
  for_each = local.lanes

  project = var.project_id
  name    = each.key

  depends_on = [google_project_service.api]
}

resource "google_pubsub_topic_iam_member" "publisher" {
  for_each = local.publishers

  project = var.project_id
  topic   = google_pubsub_topic.lane[each.value.topic].name
  role    = "roles/pubsub.publisher"
  member  = each.value.member
}

resource "google_pubsub_subscription" "push" {
  for_each = local.lanes

  project                    = var.project_id
  name                       = each.value.subscription
  topic                      = google_pubsub_topic.lane[each.key].id
  ack_deadline_seconds       = each.value.ackDeadlineSeconds
  message_retention_duration = "604800s"

  push_config {
    push_endpoint = "${module.worker[each.key].url}/"

    oidc_token {
      service_account_email = google_service_account.caller.email
      audience              = module.worker[each.key].url
    }
  }

  retry_policy {
    minimum_backoff = "${each.value.minBackoffSeconds}s"
    maximum_backoff = "${each.value.maxBackoffSeconds}s"
  }

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead[each.key].id
    max_delivery_attempts = each.value.maxDeliveryAttempts
  }

  # Without this a quiet month would delete the subscription.
  expiration_policy {
    ttl = ""
  }
}

resource "google_pubsub_topic" "dead" {
  for_each = local.lanes

  project = var.project_id
  name    = "${each.key}-dead"

  depends_on = [google_project_service.api]
}

# A topic without a subscription forgets: this one keeps what could not be delivered.
resource "google_pubsub_subscription" "dead_keep" {
  for_each = local.lanes

  project                    = var.project_id
  name                       = "${each.key}-dead-keep"
  topic                      = google_pubsub_topic.dead[each.key].id
  ack_deadline_seconds       = 60
  message_retention_duration = "2678400s"

  expiration_policy {
    ttl = ""
  }
}

# The same letters go to the work lane, which keeps them where people can see them and send them again.
resource "google_pubsub_subscription" "dead_push" {
  for_each = local.lanes

  project                    = var.project_id
  name                       = "${each.key}-dead-push"
  topic                      = google_pubsub_topic.dead[each.key].id
  ack_deadline_seconds       = 60
  message_retention_duration = "2678400s"

  push_config {
    push_endpoint = "${module.worker["work"].url}/dead-letters"

    oidc_token {
      service_account_email = google_service_account.caller.email
      audience              = module.worker["work"].url
    }
  }

  retry_policy {
    minimum_backoff = "10s"
    maximum_backoff = "600s"
  }

  expiration_policy {
    ttl = ""
  }
}

# Pub/Sub itself moves a message to the dead letters: it must be allowed to take it here and to put it there.
resource "google_pubsub_subscription_iam_member" "agent_takes" {
  for_each = local.lanes

  project      = var.project_id
  subscription = google_pubsub_subscription.push[each.key].name
  role         = "roles/pubsub.subscriber"
  member       = local.pubsub_agent
}

resource "google_pubsub_topic_iam_member" "agent_puts" {
  for_each = local.lanes

  project = var.project_id
  topic   = google_pubsub_topic.dead[each.key].name
  role    = "roles/pubsub.publisher"
  member  = local.pubsub_agent
}
