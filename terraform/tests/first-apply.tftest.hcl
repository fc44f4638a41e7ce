# The first apply comes to an end before Slack knows Toban: there are no secrets yet, and the addresses are wanted.
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

run "without_secrets_everything_exists_and_nobody_is_given_any" {
  assert {
    condition     = length(module.ingress.readable_secrets) == 0 && module.worker["calls"].readable_secrets == toset(["toban-config"]) && module.web.readable_secrets == toset(["toban-config"])
    error_message = "A secret without content would keep a service from starting."
  }
  assert {
    condition     = output.slack_request_urls.events == "https://toban-ingress-123456789012.asia-northeast1.run.app/slack/events"
    error_message = "Slack's settings need the address before the secrets exist."
  }
  assert {
    condition     = length(output.secret_ids) == 10
    error_message = "The places for the secrets are there to be filled."
  }
}
