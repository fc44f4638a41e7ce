# How old what must not grow old is: the last good reading of each rota's sheet, and the oldest work that was due. Both
# come from lines that are written each minute, so that "nothing is late" is told, too.
resource "google_logging_metric" "age" {
  for_each = {
    sheet-age = { says = "Age of a rota's last good reading", event = "sheet-age", value = "ageMs", label = "rota" }
    due-age   = { says = "How long the oldest work that was due had waited", event = "tick", value = "lateMs", label = "lane" }
  }

  project          = var.project_id
  name             = "${var.name}-${each.key}"
  description      = "${each.value.says}, in milliseconds"
  filter           = "resource.type=\"cloud_run_revision\" AND jsonPayload.message=\"${each.value.event}\""
  value_extractor  = "EXTRACT(jsonPayload.${each.value.value})"
  label_extractors = { (each.value.label) = "EXTRACT(jsonPayload.${each.value.label})" }

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "DISTRIBUTION"
    unit        = "ms"

    labels {
      key = each.value.label
    }
  }

  # A percentile is reckoned within its bucket: the limits of the alerts below are bounds.
  bucket_options {
    explicit_buckets {
      bounds = [for seconds in [1, 10, 60, 180, 300, 600, 1800, 3600, 10800, 21600, 43200, 86400, 604800, 1209600] : seconds * 1000]
    }
  }

  depends_on = [google_project_service.api]
}

# One look that fails is nothing. Of many spreadsheets each is looked at every few minutes only, hence the ten.
resource "google_monitoring_alert_policy" "sheet_age" {
  project               = var.project_id
  display_name          = "Toban: a rota has not been read for 30 minutes"
  combiner              = "OR"
  severity              = "ERROR"
  notification_channels = local.channels

  conditions {
    display_name = "The last good reading of a rota is older than 30 minutes"

    condition_threshold {
      filter          = "resource.type=\"cloud_run_revision\" AND metric.type=\"logging.googleapis.com/user/${google_logging_metric.age["sheet-age"].name}\""
      comparison      = "COMPARISON_GT"
      threshold_value = 1800000
      duration        = "0s"

      aggregations {
        alignment_period     = "600s"
        per_series_aligner   = "ALIGN_PERCENTILE_50"
        cross_series_reducer = "REDUCE_MAX"
        group_by_fields      = ["metric.labels.rota"]
      }
    }
  }

  documentation {
    subject   = "Toban: the sheet of $${metric.label.rota} cannot be read"
    mime_type = "text/markdown"
    content   = "Calls go by the last good copy until it is as old as the rota's `maxAgeHours`, then to the fallback. Edits of the sheet are not seen meanwhile. docs/operations.md#a-rota-has-not-been-read-for-30-minutes says what to look at."
  }
}

# Ticked in time, and still not getting through. After a pause the first tick finds old work and does it: five of them mean more.
resource "google_monitoring_alert_policy" "due_age" {
  project               = var.project_id
  display_name          = "Toban: work waits for more than 5 minutes"
  combiner              = "OR"
  severity              = "ERROR"
  notification_channels = local.channels

  conditions {
    display_name = "The oldest work of a lane has waited for more than 5 minutes, for 5 minutes"

    condition_threshold {
      filter          = "resource.type=\"cloud_run_revision\" AND metric.type=\"logging.googleapis.com/user/${google_logging_metric.age["due-age"].name}\""
      comparison      = "COMPARISON_GT"
      threshold_value = 300000
      duration        = "300s"

      aggregations {
        alignment_period     = "60s"
        per_series_aligner   = "ALIGN_PERCENTILE_99"
        cross_series_reducer = "REDUCE_MAX"
        group_by_fields      = ["metric.labels.lane"]
      }
    }
  }

  documentation {
    subject   = "Toban: work of the lane $${metric.label.lane} waits"
    mime_type = "text/markdown"
    content   = "Second calls, fallbacks or side effects of incidents come late. docs/operations.md#work-waits-for-more-than-5-minutes says what to look at."
  }
}
