locals {
  channels = concat(tolist(var.notification_channels), [for channel in google_monitoring_notification_channel.email : channel.name])
}

resource "google_monitoring_notification_channel" "email" {
  for_each = var.alert_emails

  project      = var.project_id
  display_name = "Toban: ${each.value}"
  type         = "email"
  labels       = { email_address = each.value }

  depends_on = [google_project_service.api]
}

# Any request a worker accepts also does what is due, so a lane is alive as long as something is answered with 2xx.
# The metric is Cloud Run's own: log-based ones may come ten minutes late.
resource "google_monitoring_alert_policy" "missing_tick" {
  project               = var.project_id
  display_name          = "Toban: no tick for 3 minutes"
  combiner              = "OR"
  severity              = "CRITICAL"
  notification_channels = local.channels

  dynamic "conditions" {
    for_each = local.lanes
    content {
      display_name = "${conditions.key} has answered nothing for 3 minutes"

      condition_threshold {
        filter                  = "resource.type = \"cloud_run_revision\" AND resource.labels.service_name = \"${module.worker[conditions.key].name}\" AND metric.type = \"run.googleapis.com/request_count\" AND metric.labels.response_code_class = \"2xx\""
        comparison              = "COMPARISON_LT"
        threshold_value         = 1
        duration                = "180s"
        evaluation_missing_data = "EVALUATION_MISSING_DATA_ACTIVE"

        aggregations {
          alignment_period     = "60s"
          per_series_aligner   = "ALIGN_DELTA"
          cross_series_reducer = "REDUCE_SUM"
          group_by_fields      = ["resource.labels.service_name"]
        }
      }
    }
  }

  documentation {
    subject   = "Toban is not working: no tick for 3 minutes"
    mime_type = "text/markdown"
    content   = "Steps that are due (second calls, fallback) are not being done. Look at the Cloud Scheduler jobs `${var.name}-tick-…`, then at the logs of the services `${var.name}-calls` and `${var.name}-work`. Calls for help that arrive now may go unheard: tell the people on duty. docs/operations.md#no-tick-for-3-minutes says what to do, in order."
  }
}

resource "google_monitoring_alert_policy" "dead_letters" {
  project               = var.project_id
  display_name          = "Toban: undeliverable messages"
  combiner              = "OR"
  severity              = "ERROR"
  notification_channels = local.channels

  dynamic "conditions" {
    for_each = google_pubsub_subscription.dead_keep
    content {
      display_name = "${conditions.value.name} is not empty"

      condition_threshold {
        filter          = "resource.type = \"pubsub_subscription\" AND resource.labels.subscription_id = \"${conditions.value.name}\" AND metric.type = \"pubsub.googleapis.com/subscription/num_undelivered_messages\""
        comparison      = "COMPARISON_GT"
        threshold_value = 0
        duration        = "0s"

        aggregations {
          alignment_period   = "60s"
          per_series_aligner = "ALIGN_MAX"
        }
      }
    }
  }

  documentation {
    subject   = "Toban could not handle a message"
    mime_type = "text/markdown"
    content   = "A message was tried until it was given up. A call for help in `calls-dead-keep` may not have reached anybody: read it, tell the person on duty, then find the reason in the logs by its message id. docs/operations.md#undeliverable-messages says how."
  }
}

# Toban's own word that it cannot hear itself through Slack. An alert on a line of the log is told within minutes.
resource "google_monitoring_alert_policy" "canary" {
  project               = var.project_id
  display_name          = "Toban: the automatic check failed"
  combiner              = "OR"
  severity              = "CRITICAL"
  notification_channels = local.channels

  conditions {
    display_name = "The work lane wrote canary-failed"

    condition_matched_log {
      filter           = "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"${module.worker["work"].name}\" AND jsonPayload.message=\"canary-failed\""
      label_extractors = { trouble = "EXTRACT(jsonPayload.trouble)" }
    }
  }

  alert_strategy {
    auto_close = "7200s"

    notification_rate_limit {
      period = "3600s"
    }
  }

  documentation {
    subject   = "Toban does not hear itself through Slack"
    mime_type = "text/markdown"
    content   = "Calls for help may go unheard. `not-sent`: the bot token or Slack itself; `not-heard`: Event Subscriptions of the Slack app, or ingress; `not-answered`: the calls lane. docs/operations.md#the-automatic-check-failed says what to look at."
  }
}

# Said in Slack too; this is for when Slack cannot be reached because somebody removed the app.
resource "google_monitoring_alert_policy" "admin_token" {
  project               = var.project_id
  display_name          = "Toban: the administrator account cannot be used"
  combiner              = "OR"
  severity              = "WARNING"
  notification_channels = local.channels

  conditions {
    display_name = "The work lane wrote admin-token-lost"

    condition_matched_log {
      filter           = "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"${module.worker["work"].name}\" AND jsonPayload.message=\"admin-token-lost\""
      label_extractors = { fault = "EXTRACT(jsonPayload.fault)" }
    }
  }

  alert_strategy {
    auto_close = "86400s"

    notification_rate_limit {
      period = "3600s"
    }
  }

  documentation {
    subject   = "Toban's Slack administrator account cannot be used"
    mime_type = "text/markdown"
    content   = "Incidents are declared as before, but what Slack refuses the bot (guests, restricted channels) must be done by hand. Connect an administrator again at ${local.base_url}/settings/slack. docs/operations.md#the-administrator-account-cannot-be-used leads to what each `fault` means."
  }
}
