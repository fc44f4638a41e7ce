# How long each service may take over a request.
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
}

run "a_download_may_take_an_hour_and_nothing_else_waits_so_long" {
  assert {
    condition     = module.web.timeout == "3600s"
    error_message = "An export of everything is streamed by the pages: Cloud Run must not cut it before its longest time."
  }
  assert {
    condition     = module.ingress.timeout == "10s" && alltrue([for lane, plan in jsondecode(file("contract/topics.json")) : module.worker[lane].timeout == "${plan.ackDeadlineSeconds}s"])
    error_message = "Slack waits no longer than the edge, and Pub/Sub no longer than its deadline."
  }
}
