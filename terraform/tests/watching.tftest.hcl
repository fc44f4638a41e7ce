# What Toban promises is measured, and whoever runs it is told before its users tell them.
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

run "each_objective_burns_fast_and_slow" {
  variables {
    alert_emails = ["sre@example.com"]
  }

  assert {
    condition     = toset(keys(google_monitoring_slo.objective)) == toset(["ack", "mention"]) && length(google_monitoring_alert_policy.burn) == 4
    error_message = "Two objectives, and for each a fast and a slow alert."
  }
  assert {
    condition     = google_monitoring_slo.objective["ack"].request_based_sli[0].distribution_cut[0].range[0].max == 1000 && google_monitoring_slo.objective["mention"].request_based_sli[0].distribution_cut[0].range[0].max == 10000
    error_message = "Slack is answered within a second, the person mentioned within ten; both metrics count milliseconds."
  }
  assert {
    condition     = alltrue([for policy in google_monitoring_alert_policy.burn : length(policy.notification_channels) == 1])
    error_message = "Somebody hears each of them."
  }
}

run "the_mention_is_measured_by_the_line_that_the_calls_lane_writes" {
  assert {
    condition     = strcontains(google_logging_metric.mention.filter, "jsonPayload.message=\"task-done\" AND jsonPayload.kind=\"escalation.mention\"") && google_logging_metric.mention.value_extractor == "EXTRACT(jsonPayload.afterMs)"
    error_message = "The log line task-done of the mention says how long it took."
  }
}

run "the_dashboard_has_a_tile_for_each_question" {
  assert {
    condition     = length(jsondecode(google_monitoring_dashboard.this.dashboard_json).gridLayout.widgets) == 11
    error_message = "Eleven tiles."
  }
}

run "an_old_sheet_and_old_work_are_measured_in_buckets_whose_bounds_the_alerts_name" {
  variables {
    alert_emails = ["sre@example.com"]
  }

  assert {
    condition     = google_logging_metric.age["sheet-age"].value_extractor == "EXTRACT(jsonPayload.ageMs)" && google_logging_metric.age["due-age"].value_extractor == "EXTRACT(jsonPayload.lateMs)"
    error_message = "Both take the age from the line that says it."
  }
  assert {
    condition     = alltrue([for policy in [google_monitoring_alert_policy.sheet_age, google_monitoring_alert_policy.due_age] : alltrue([for metric in google_logging_metric.age : contains(metric.bucket_options[0].explicit_buckets[0].bounds, policy.conditions[0].condition_threshold[0].threshold_value)])])
    error_message = "A percentile is reckoned within its bucket: a limit in the middle of one would be crossed too early or too late."
  }
  assert {
    condition     = alltrue([for policy in [google_monitoring_alert_policy.sheet_age, google_monitoring_alert_policy.due_age] : length(policy.notification_channels) == 1 && policy.conditions[0].condition_threshold[0].comparison == "COMPARISON_GT"])
    error_message = "Somebody hears that it is too old."
  }
  assert {
    condition     = strcontains(google_monitoring_alert_policy.sheet_age.conditions[0].condition_threshold[0].filter, "user/toban-sheet-age\"") && strcontains(google_monitoring_alert_policy.due_age.conditions[0].condition_threshold[0].filter, "user/toban-due-age\"")
    error_message = "Each alert looks at its own metric."
  }
}

run "a_budget_is_told_at_half_all_and_twice" {
  variables {
    budget = { billing_account = "01ABCD-234567-89EF01", amount = 5000, currency = "JPY" }
  }

  assert {
    condition     = [for rule in google_billing_budget.month["month"].threshold_rules : rule.threshold_percent] == [0.5, 1, 2] && google_billing_budget.month["month"].amount[0].specified_amount[0].units == "5000"
    error_message = "Half, all and twice of the sum."
  }
}

run "a_budget_without_a_billing_account_is_refused" {
  command = plan

  variables {
    budget = { billing_account = "mine", amount = 5000, currency = "JPY" }
  }

  expect_failures = [var.budget]
}

run "where_allusers_is_refused_nobody_is_granted_anything_and_the_edge_answers_all_the_same" {
  variables {
    invoker_iam_disabled = true
  }

  assert {
    condition     = length(module.ingress.invokers) == 0 && length(module.web.invokers) == 0 && length(module.worker["calls"].invokers) == 1
    error_message = "No grant to allUsers; the workers keep their one caller."
  }
}
