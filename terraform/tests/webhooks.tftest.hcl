# Secrets that webhooks sign with: a place for each, read by the lane that uses it alone.
mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
}

variables {
  project_id      = "my-project"
  config_file     = "tests/testdata/toban.yaml"
  image_ingress   = "asia-northeast1-docker.pkg.dev/my-project/toban/ingress:0.1.0"
  image_web       = "asia-northeast1-docker.pkg.dev/my-project/toban/web:0.1.0"
  image_worker    = "asia-northeast1-docker.pkg.dev/my-project/toban/worker:0.1.0"
  slack_client_id = "123.456"
  secret_versions = { SLACK_SIGNING_SECRET = "1", SLACK_BOT_TOKEN = "1", SLACK_CLIENT_SECRET = "1", TOBAN_SESSION_KEY = "1" }
  webhook_secrets = { PHONE_SECRET = { version = "3" }, SMS_SECRET = {}, OPS_TOKEN = { version = "1", lane = "work" } }
}

run "the_lane_of_calls_signs_with_it_and_nobody_else_reads_it" {
  assert {
    condition     = module.worker["calls"].readable_secrets == toset(["toban-config", "toban-slack-bot-token", "toban-webhook-phone-secret"])
    error_message = "The calls worker reads the webhook's secret."
  }
  assert {
    condition     = module.worker["work"].readable_secrets == toset(["toban-config", "toban-slack-bot-token", "toban-webhook-ops-token"])
    error_message = "The other lane plays runbooks: it reads theirs, and no secret of a webhook."
  }
  assert {
    condition     = !contains(module.ingress.readable_secrets, "toban-webhook-phone-secret") && !contains(module.web.readable_secrets, "toban-webhook-phone-secret")
    error_message = "What is public reads no webhook's secret."
  }
  assert {
    condition     = output.secret_ids.PHONE_SECRET == "toban-webhook-phone-secret" && output.secret_ids.SMS_SECRET == "toban-webhook-sms-secret"
    error_message = "Both places exist, so that the one without a version can be filled."
  }
}

run "without_webhooks_there_is_no_place" {
  variables {
    webhook_secrets = {}
  }
  assert {
    condition     = length(google_secret_manager_secret.webhook) == 0 && length(output.secret_ids) == 10
    error_message = "Nothing is made that nobody asked for."
  }
}

run "a_lane_that_is_none_is_refused" {
  command = plan
  variables {
    webhook_secrets = { OPS_TOKEN = { version = "1", lane = "web" } }
  }
  expect_failures = [var.webhook_secrets]
}
