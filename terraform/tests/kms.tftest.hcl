# Who may put an administrator's token away, and who may take it out.
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

run "the_pages_put_tokens_away_and_only_the_workers_take_them_out" {
  assert {
    condition     = toset([for grant in google_kms_crypto_key_iam_member.user : "${grant.role} ${grant.member}"]) == toset(["roles/cloudkms.cryptoKeyEncrypter ${module.web.member}", "roles/cloudkms.cryptoKeyDecrypter ${module.worker["calls"].member}", "roles/cloudkms.cryptoKeyDecrypter ${module.worker["work"].member}"])
    error_message = "The public pages must not be able to decrypt an administrator's token, nor the edge to do anything with it."
  }
  assert {
    condition     = google_kms_crypto_key.tokens.purpose == "ENCRYPT_DECRYPT" && google_kms_crypto_key.tokens.rotation_period == "7776000s"
    error_message = "The key encrypts and is renewed each quarter."
  }
}
