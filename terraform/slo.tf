# What Toban promises its users, measured by what Google and Toban's own log say of each request and each mention.
resource "google_logging_metric" "mention" {
  project         = var.project_id
  name            = "${var.name}-mention"
  description     = "From a call's record to the mention of the person on duty, in milliseconds"
  filter          = "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"${module.worker["calls"].name}\" AND jsonPayload.message=\"task-done\" AND jsonPayload.kind=\"escalation.mention\""
  value_extractor = "EXTRACT(jsonPayload.afterMs)"

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "DISTRIBUTION"
    unit        = "ms"
  }

  bucket_options {
    exponential_buckets {
      num_finite_buckets = 20
      growth_factor      = 2
      scale              = 10
    }
  }

  depends_on = [google_project_service.api]
}

# Counted by their code, for the dashboard.
resource "google_logging_metric" "event" {
  for_each = {
    climb  = { filter = "jsonPayload.message=\"task-done\" AND jsonPayload.kind=\"escalation.climb\"", label = "kind" }
    tick   = { filter = "jsonPayload.message=\"tick\"", label = "lane" }
    failed = { filter = "jsonPayload.message=\"task-failed\"", label = "code" }
    sheet  = { filter = "jsonPayload.message=\"sheet-not-read\"", label = "code" }
  }

  project          = var.project_id
  name             = "${var.name}-${each.key}"
  filter           = "resource.type=\"cloud_run_revision\" AND ${each.value.filter}"
  label_extractors = { (each.value.label) = "EXTRACT(jsonPayload.${each.value.label})" }

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"

    labels {
      key = each.value.label
    }
  }

  depends_on = [google_project_service.api]
}

resource "google_monitoring_custom_service" "this" {
  project      = var.project_id
  service_id   = var.name
  display_name = "Toban"

  depends_on = [google_project_service.api]
}

locals {
  objectives = {
    ack = {
      says   = "Slack is answered within 1 s"
      goal   = 0.999
      filter = "resource.type=\"cloud_run_revision\" resource.labels.service_name=\"${module.ingress.name}\" metric.type=\"run.googleapis.com/request_latencies\""
      max    = 1000
    }
    mention = {
      says   = "The person on duty is mentioned within 10 s"
      goal   = 0.99
      filter = "resource.type=\"cloud_run_revision\" metric.type=\"logging.googleapis.com/user/${google_logging_metric.mention.name}\""
      max    = 10000
    }
  }

  # https://sre.google/workbook/alerting-on-slos/: 2 % of a month's budget in an hour wakes somebody, 5 % in six hours is a note.
  burns = {
    fast = { lookback = "3600s", rate = 14.4, severity = "CRITICAL" }
    slow = { lookback = "21600s", rate = 6, severity = "WARNING" }
  }
}

resource "google_monitoring_slo" "objective" {
  for_each = local.objectives

  project             = var.project_id
  service             = google_monitoring_custom_service.this.service_id
  slo_id              = each.key
  display_name        = each.value.says
  goal                = each.value.goal
  rolling_period_days = 28

  request_based_sli {
    distribution_cut {
      distribution_filter = each.value.filter

      range {
        max = each.value.max
      }
    }
  }
}

resource "google_monitoring_alert_policy" "burn" {
  for_each = { for pair in setproduct(keys(local.objectives), keys(local.burns)) : "${pair[0]}-${pair[1]}" => { objective = pair[0], burn = local.burns[pair[1]] } }

  project               = var.project_id
  display_name          = "Toban: ${local.objectives[each.value.objective].says}, too often not (${each.key})"
  combiner              = "OR"
  severity              = each.value.burn.severity
  notification_channels = local.channels

  conditions {
    display_name = "The error budget of ${each.value.objective} burns ${each.value.burn.rate} times too fast"

    condition_threshold {
      filter          = "select_slo_burn_rate(\"${google_monitoring_slo.objective[each.value.objective].name}\", \"${each.value.burn.lookback}\")"
      comparison      = "COMPARISON_GT"
      threshold_value = each.value.burn.rate
      duration        = "0s"
    }
  }

  documentation {
    subject   = "Toban is slower than it promises: ${each.value.objective}"
    mime_type = "text/markdown"
    content   = "docs/operations.md#toban-is-slower-than-it-promises says what to look at."
  }
}
