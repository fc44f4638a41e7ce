# A language model is called by nobody until somebody asks for it, and then by one account.
mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
}

override_resource {
  target = google_service_account.caller
  values = { email = "toban-caller@my-project.iam.gserviceaccount.com", member = "serviceAccount:toban-caller@my-project.iam.gserviceaccount.com", name = "projects/my-project/serviceAccounts/toban-caller" }
}

override_resource {
  target = module.ingress.google_service_account.this
  values = { email = "toban-ingress@my-project.iam.gserviceaccount.com", member = "serviceAccount:ingress" }
}

override_resource {
  target = module.worker["calls"].google_service_account.this
  values = { email = "toban-calls@my-project.iam.gserviceaccount.com", member = "serviceAccount:calls" }
}

override_resource {
  target = module.worker["work"].google_service_account.this
  values = { email = "toban-work@my-project.iam.gserviceaccount.com", member = "serviceAccount:work" }
}

override_resource {
  target = module.web.google_service_account.this
  values = { email = "toban-web@my-project.iam.gserviceaccount.com", member = "serviceAccount:web" }
}

override_resource {
  target = google_pubsub_topic.dead["calls"]
  values = { id = "projects/my-project/topics/calls-dead" }
}

override_resource {
  target = google_pubsub_topic.dead["work"]
  values = { id = "projects/my-project/topics/work-dead" }
}

variables {
  project_id      = "my-project"
  config_file     = "tests/testdata/toban.yaml"
  image_ingress   = "asia-northeast1-docker.pkg.dev/my-project/toban/ingress:0.1.0"
  image_web       = "asia-northeast1-docker.pkg.dev/my-project/toban/web:0.1.0"
  image_worker    = "asia-northeast1-docker.pkg.dev/my-project/toban/worker:0.1.0"
  slack_client_id = "123.456"
}

run "by_itself_nobody_may_call_a_language_model" {
  assert {
    condition     = length(google_project_iam_member.ai) == 0 && !contains(keys(google_project_service.api), "aiplatform.googleapis.com")
    error_message = "Without ai there must be neither the role nor the API."
  }
}

run "asked_for_the_work_lane_alone_may" {
  variables {
    ai = true
  }
  assert {
    condition     = [for grant in google_project_iam_member.ai : "${grant.role} ${grant.member}"] == ["roles/aiplatform.user ${module.worker["work"].member}"] && contains(keys(google_project_service.api), "aiplatform.googleapis.com")
    error_message = "With ai the work lane, and nobody else, may call Vertex AI."
  }
}
