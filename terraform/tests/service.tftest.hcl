# What modules/service promises for each service made of it.
mock_provider "google" {}

variables {
  project_id      = "my-project"
  region          = "asia-northeast1"
  name            = "toban-some"
  url             = "https://toban-some-1.asia-northeast1.run.app"
  image           = "asia-northeast1-docker.pkg.dev/my-project/toban/some:1"
  public          = false
  concurrency     = 20
  timeout_seconds = 60
  memory          = "512Mi"
  max_instances   = 10
  env             = { GOOGLE_CLOUD_PROJECT = "my-project" }
  secrets         = { SLACK_BOT_TOKEN = { secret = "toban-slack-bot-token", version = "3" } }
  config          = { secret = "toban-config", version = "7", folder = "/etc/toban", file = "toban.yaml" }
}

run "a_service_runs_as_its_own_account" {
  module {
    source = "./modules/service"
  }

  assert {
    condition     = google_cloud_run_v2_service.this.template[0].service_account == google_service_account.this.email
    error_message = "Never the project's default account."
  }
}

run "secrets_are_given_by_reference_only" {
  module {
    source = "./modules/service"
  }

  assert {
    condition = [for env in google_cloud_run_v2_service.this.template[0].containers[0].env : env.value_source[0].secret_key_ref[0] if env.name == "SLACK_BOT_TOKEN"] == [
      { secret = "toban-slack-bot-token", version = "3" },
    ]
    error_message = "A secret's environment points to Secret Manager."
  }
  assert {
    condition     = toset([for grant in google_secret_manager_secret_iam_member.reader : "${grant.role} ${grant.secret_id}"]) == toset(["roles/secretmanager.secretAccessor toban-slack-bot-token", "roles/secretmanager.secretAccessor toban-config"])
    error_message = "A service may read each secret it is given, and no other."
  }
}

run "toban_yaml_is_mounted_at_the_version_of_this_revision" {
  module {
    source = "./modules/service"
  }

  assert {
    condition     = google_cloud_run_v2_service.this.template[0].containers[0].volume_mounts[0].mount_path == "/etc/toban" && google_cloud_run_v2_service.this.template[0].volumes[0].secret[0].items[0].path == "toban.yaml"
    error_message = "toban.yaml stands in /etc/toban."
  }
  assert {
    condition     = google_cloud_run_v2_service.this.template[0].volumes[0].secret[0].items[0].version == "7"
    error_message = "A new toban.yaml is a new revision."
  }
}

run "idle_costs_nothing_and_a_start_is_quick" {
  module {
    source = "./modules/service"
  }

  assert {
    condition     = google_cloud_run_v2_service.this.template[0].scaling[0].min_instance_count == 0 && google_cloud_run_v2_service.this.template[0].scaling[0].max_instance_count == 10
    error_message = "No instance is kept unless asked for, and there is a ceiling."
  }
  assert {
    condition     = google_cloud_run_v2_service.this.template[0].containers[0].resources[0].cpu_idle && google_cloud_run_v2_service.this.template[0].containers[0].resources[0].startup_cpu_boost
    error_message = "No processor after the answer, more of it at the start."
  }
  assert {
    condition     = google_cloud_run_v2_service.this.template[0].max_instance_request_concurrency == 20 && google_cloud_run_v2_service.this.template[0].timeout == "60s"
    error_message = "Concurrency and time-out are those asked for."
  }
}

run "instances_are_kept_warm_where_asked_for" {
  module {
    source = "./modules/service"
  }

  variables {
    min_instances = 1
  }

  assert {
    condition     = google_cloud_run_v2_service.this.template[0].scaling[0].min_instance_count == 1
    error_message = "min_instances reaches the service."
  }
}

run "a_private_service_is_closed_twice" {
  module {
    source = "./modules/service"
  }

  variables {
    invokers = { caller = "serviceAccount:caller@my-project.iam.gserviceaccount.com" }
  }

  assert {
    condition     = google_cloud_run_v2_service.this.ingress == "INGRESS_TRAFFIC_INTERNAL_ONLY" && output.invokers == ["serviceAccount:caller@my-project.iam.gserviceaccount.com"]
    error_message = "Neither the network nor IAM lets anybody else in."
  }
}

run "a_public_service_is_open_to_everybody" {
  module {
    source = "./modules/service"
  }

  variables {
    public = true
  }

  assert {
    condition     = google_cloud_run_v2_service.this.ingress == "INGRESS_TRAFFIC_ALL" && output.invokers == ["allUsers"]
    error_message = "Slack comes from the internet without a Google account."
  }
}

run "everybody_cannot_be_an_invoker_by_the_back_door" {
  command = plan

  module {
    source = "./modules/service"
  }

  variables {
    invokers = { oops = "allUsers" }
  }

  expect_failures = [var.invokers]
}

run "a_secret_in_plain_environment_is_refused" {
  command = plan

  module {
    source = "./modules/service"
  }

  variables {
    env = { SLACK_BOT_TOKEN = "xoxb-1" }
  }

  expect_failures = [var.env]
}
