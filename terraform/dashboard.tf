locals {
  # One tile each: title, filter, how a series is aligned and how series are put together.
  tiles = [
    ["Answers to Slack, p99 ms", "resource.type=\"cloud_run_revision\" resource.labels.service_name=\"${module.ingress.name}\" metric.type=\"run.googleapis.com/request_latencies\"", "ALIGN_PERCENTILE_99", "REDUCE_MAX"],
    ["Until the mention, p99 ms", "metric.type=\"logging.googleapis.com/user/${google_logging_metric.mention.name}\" resource.type=\"cloud_run_revision\"", "ALIGN_PERCENTILE_99", "REDUCE_MAX"],
    ["Somebody else had to be called", "metric.type=\"logging.googleapis.com/user/${google_logging_metric.event["climb"].name}\" resource.type=\"cloud_run_revision\"", "ALIGN_DELTA", "REDUCE_SUM"],
    ["Side effects that failed, by code", "metric.type=\"logging.googleapis.com/user/${google_logging_metric.event["failed"].name}\" resource.type=\"cloud_run_revision\"", "ALIGN_DELTA", "REDUCE_SUM"],
    ["The sheet could not be read, by code", "metric.type=\"logging.googleapis.com/user/${google_logging_metric.event["sheet"].name}\" resource.type=\"cloud_run_revision\"", "ALIGN_DELTA", "REDUCE_SUM"],
    ["Age of the sheet's last good reading, ms, by rota", "metric.type=\"logging.googleapis.com/user/${google_logging_metric.age["sheet-age"].name}\" resource.type=\"cloud_run_revision\"", "ALIGN_PERCENTILE_99", "REDUCE_MAX"],
    ["Oldest work that was due, ms, by lane", "metric.type=\"logging.googleapis.com/user/${google_logging_metric.age["due-age"].name}\" resource.type=\"cloud_run_revision\"", "ALIGN_PERCENTILE_99", "REDUCE_MAX"],
    ["Ticks by lane", "resource.type=\"cloud_run_revision\" metric.type=\"logging.googleapis.com/user/${google_logging_metric.event["tick"].name}\"", "ALIGN_DELTA", "REDUCE_SUM"],
    ["Oldest message waiting, s", "resource.type=\"pubsub_subscription\" metric.type=\"pubsub.googleapis.com/subscription/oldest_unacked_message_age\"", "ALIGN_MAX", "REDUCE_MAX"],
    ["Undeliverable messages", "resource.type=\"pubsub_subscription\" metric.type=\"pubsub.googleapis.com/subscription/num_undelivered_messages\" resource.labels.subscription_id=monitoring.regex.full_match(\".*-dead-keep\")", "ALIGN_MAX", "REDUCE_SUM"],
    ["Requests by service and answer", "resource.type=\"cloud_run_revision\" resource.labels.service_name=monitoring.regex.full_match(\"${var.name}-.*\") metric.type=\"run.googleapis.com/request_count\"", "ALIGN_RATE", "REDUCE_SUM"],
  ]
  groups = {
    "Side effects that failed, by code"                 = ["metric.labels.code"]
    "The sheet could not be read, by code"              = ["metric.labels.code"]
    "Age of the sheet's last good reading, ms, by rota" = ["metric.labels.rota"]
    "Oldest work that was due, ms, by lane"             = ["metric.labels.lane"]
    "Ticks by lane"                                     = ["metric.labels.lane"]
    "Oldest message waiting, s"                         = ["resource.labels.subscription_id"]
    "Requests by service and answer"                    = ["resource.labels.service_name", "metric.labels.response_code_class"]
  }
}

resource "google_monitoring_dashboard" "this" {
  project = var.project_id

  dashboard_json = jsonencode({
    displayName = "Toban (${var.name})"
    gridLayout = {
      columns = "2"
      widgets = [for tile in local.tiles : {
        title = tile[0]
        xyChart = {
          dataSets = [{
            plotType = "LINE"
            timeSeriesQuery = {
              timeSeriesFilter = {
                filter = tile[1]
                aggregation = {
                  alignmentPeriod    = "60s"
                  perSeriesAligner   = tile[2]
                  crossSeriesReducer = tile[3]
                  groupByFields      = lookup(local.groups, tile[0], [])
                }
              }
            }
          }]
        }
      }]
    }
  })

  depends_on = [google_project_service.api]
}
