# A wrong setting is refused with a sentence before anything is touched.
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
  image_worker    = "asia-northeast1-docker.pkg.dev/my-project/toban/worker@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  slack_client_id = "123.456"
}

run "a_good_setting_is_accepted" {
  command = plan
}

run "a_project_number_is_no_project_id" {
  command = plan
  variables {
    project_id = "123456789012"
  }
  expect_failures = [var.project_id]
}

run "an_image_that_can_change_by_itself_is_refused" {
  command = plan
  variables {
    image_ingress = "asia-northeast1-docker.pkg.dev/my-project/toban/ingress:latest"
    image_worker  = "asia-northeast1-docker.pkg.dev/my-project/toban/worker"
  }
  expect_failures = [var.image_ingress, var.image_worker]
}

run "a_configuration_that_is_not_there_is_refused" {
  command = plan
  variables {
    config_file = "tests/testdata/none.yaml"
  }
  expect_failures = [var.config_file]
}

run "a_secret_itself_is_no_version" {
  command = plan
  variables {
    secret_versions = { SLACK_SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5", SLACK_BOT_TOKEN = "latest" }
  }
  expect_failures = [var.secret_versions]
}

run "the_bot_token_cannot_be_left_out" {
  command = plan
  variables {
    secret_versions = { SLACK_SIGNING_SECRET = "latest" }
  }
  expect_failures = [var.secret_versions]
}

run "a_zone_is_no_region" {
  command = plan
  variables {
    region = "asia-northeast1-a"
  }
  expect_failures = [var.region]
}

run "a_base_url_without_encryption_is_refused" {
  command = plan
  variables {
    base_url = "http://toban.example.com"
  }
  expect_failures = [var.base_url]
}

run "a_client_secret_is_no_client_id" {
  command = plan
  variables {
    slack_client_id = "8f742231b10e8888abcd99yyyzzz85a5"
  }
  expect_failures = [var.slack_client_id]
}

run "a_webhook_secret_itself_is_no_version" {
  command = plan
  variables {
    webhook_secrets = { PHONE_SECRET = { version = "whsec_C2FVsBQIhrscChlQIMV" } }
  }
  expect_failures = [var.webhook_secrets]
}

run "a_webhook_signs_with_no_secret_of_slack_or_of_toban" {
  command = plan
  variables {
    webhook_secrets = { SLACK_BOT_TOKEN = { version = "1" } }
  }
  expect_failures = [var.webhook_secrets]
}

run "a_webhook_secret_is_named_as_in_the_configuration" {
  command = plan
  variables {
    webhook_secrets = { phone-secret = {} }
  }
  expect_failures = [var.webhook_secrets]
}
