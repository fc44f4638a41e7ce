# Who is told when Toban itself is unwell, and by which signal.
mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
}

variables {
  project_id    = "my-project"
  config_file   = "tests/testdata/toban.yaml"
  image_ingress = "asia-northeast1-docker.pkg.dev/my-project/toban/ingress:0.1.0"
  image_web     = "asia-northeast1-docker.pkg.dev/my-project/toban/web:0.1.0"
  image_worker  = "asia-northeast1-docker.pkg.dev/my-project/toban/worker:0.1.0"
}

run "somebody_is_told_when_the_tick_is_missing_or_a_message_is_given_up" {
  variables {
    alert_emails          = ["sre@example.com"]
    notification_channels = ["projects/my-project/notificationChannels/1"]
  }

  assert {
    condition     = alltrue([for policy in [google_monitoring_alert_policy.missing_tick, google_monitoring_alert_policy.dead_letters] : length(policy.notification_channels) == 2 && length(policy.conditions) == 2])
    error_message = "Both alerts watch both lanes and reach both channels."
  }
  assert {
    condition     = alltrue([for condition in google_monitoring_alert_policy.missing_tick.conditions : condition.condition_threshold[0].duration == "180s" && condition.condition_threshold[0].evaluation_missing_data == "EVALUATION_MISSING_DATA_ACTIVE"])
    error_message = "Silence of three minutes is an alarm; no data is silence."
  }
  assert {
    condition     = alltrue([for condition in google_monitoring_alert_policy.dead_letters.conditions : condition.condition_threshold[0].threshold_value == 0 && condition.condition_threshold[0].comparison == "COMPARISON_GT"])
    error_message = "One dead letter is an alarm."
  }
}

run "a_canary_that_fails_is_heard_without_slack" {
  variables {
    alert_emails = ["sre@example.com"]
  }

  assert {
    condition     = strcontains(google_monitoring_alert_policy.canary.conditions[0].condition_matched_log[0].filter, "jsonPayload.message=\"canary-failed\"") && strcontains(google_monitoring_alert_policy.canary.conditions[0].condition_matched_log[0].filter, "\"toban-work\"")
    error_message = "The line that the work lane writes is the signal: it needs no working Slack."
  }
  assert {
    condition     = google_monitoring_alert_policy.canary.alert_strategy[0].notification_rate_limit[0].period == "3600s" && length(google_monitoring_alert_policy.canary.notification_channels) == 1
    error_message = "At most one notification an hour, to the same channels as the others."
  }
}

run "alerts_of_cloud_monitoring_reach_the_work_lane_and_nobody_else_may_write_there" {
  assert {
    condition     = google_monitoring_notification_channel.toban.type == "pubsub" && google_pubsub_subscription.alerts.name == "alerts-push" && google_pubsub_subscription.alerts.push_config[0].push_endpoint == "${module.worker["work"].url}/"
    error_message = "The channel publishes to the topic that the work lane hears."
  }
  assert {
    condition     = google_pubsub_topic_iam_member.monitoring.member == "serviceAccount:service-123456789012@gcp-sa-monitoring-notification.iam.gserviceaccount.com" && google_pubsub_topic_iam_member.monitoring.role == "roles/pubsub.publisher"
    error_message = "Only Monitoring's own agent publishes alerts."
  }
}

run "a_lost_administrator_is_heard_without_slack" {
  assert {
    condition     = strcontains(google_monitoring_alert_policy.admin_token.conditions[0].condition_matched_log[0].filter, "jsonPayload.message=\"admin-token-lost\"") && strcontains(google_monitoring_alert_policy.admin_token.conditions[0].condition_matched_log[0].filter, "\"toban-work\"")
    error_message = "Where somebody removed the app, Slack cannot be told: the line that the work lane writes is."
  }
}
