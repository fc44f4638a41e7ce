# One run = one promise, over what a plain `terraform apply` would make.
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

run "every_push_proves_who_it_is_to_the_worker_it_is_for" {
  assert {
    condition     = toset([for push in google_pubsub_subscription.push : push.name]) == toset(["calls-push", "work-push"])
    error_message = "There are two pushes: calls-push and work-push."
  }
  assert {
    condition     = alltrue([for push in google_pubsub_subscription.push : push.push_config[0].oidc_token[0].service_account_email == google_service_account.caller.email])
    error_message = "Every push carries an OIDC token of the caller's account."
  }
  assert {
    condition     = alltrue([for lane, push in google_pubsub_subscription.push : push.push_config[0].oidc_token[0].audience == "https://toban-${lane}-123456789012.asia-northeast1.run.app"])
    error_message = "The audience of a push is the address of its own worker."
  }
  assert {
    condition     = alltrue([for lane, push in google_pubsub_subscription.push : push.push_config[0].push_endpoint == "${output.worker_urls[lane]}/"])
    error_message = "A push goes to the worker of its lane."
  }
}

run "every_push_is_tried_as_the_code_declares_it" {
  assert {
    condition     = alltrue([for lane, plan in jsondecode(file("contract/topics.json")) : google_pubsub_subscription.push[lane].ack_deadline_seconds == plan.ackDeadlineSeconds && google_pubsub_subscription.push[lane].name == plan.subscription])
    error_message = "Name and deadline of each push are those of contract/topics.json."
  }
  assert {
    condition     = alltrue([for lane, plan in jsondecode(file("contract/topics.json")) : google_pubsub_subscription.push[lane].retry_policy[0].minimum_backoff == "${plan.minBackoffSeconds}s" && google_pubsub_subscription.push[lane].retry_policy[0].maximum_backoff == "${plan.maxBackoffSeconds}s"])
    error_message = "The back-off of each push is that of contract/topics.json."
  }
  assert {
    condition     = alltrue([for push in concat(values(google_pubsub_subscription.push), values(google_pubsub_subscription.dead_keep), values(google_pubsub_subscription.dead_push)) : push.expiration_policy[0].ttl == ""])
    error_message = "No subscription may expire in a quiet month."
  }
}

run "every_push_has_a_dead_letter_and_its_two_grants" {
  assert {
    condition     = alltrue([for lane, push in google_pubsub_subscription.push : push.dead_letter_policy[0].dead_letter_topic == google_pubsub_topic.dead[lane].id && push.dead_letter_policy[0].max_delivery_attempts == jsondecode(file("contract/topics.json"))[lane].maxDeliveryAttempts])
    error_message = "Every push gives up into its dead-letter topic, after as many tries as the code declares."
  }
  assert {
    condition     = alltrue([for lane, push in google_pubsub_subscription.push : google_pubsub_subscription_iam_member.agent_takes[lane].subscription == push.name && google_pubsub_subscription_iam_member.agent_takes[lane].role == "roles/pubsub.subscriber" && google_pubsub_subscription_iam_member.agent_takes[lane].member == "serviceAccount:service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com"])
    error_message = "Pub/Sub's own agent may take a message out of every push."
  }
  assert {
    condition     = alltrue([for lane, dead in google_pubsub_topic.dead : google_pubsub_topic_iam_member.agent_puts[lane].topic == dead.name && google_pubsub_topic_iam_member.agent_puts[lane].role == "roles/pubsub.publisher" && google_pubsub_topic_iam_member.agent_puts[lane].member == "serviceAccount:service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com"])
    error_message = "Pub/Sub's own agent may put it into every dead-letter topic."
  }
}

run "every_dead_letter_topic_keeps_what_it_gets" {
  assert {
    condition     = alltrue([for lane, dead in google_pubsub_topic.dead : google_pubsub_subscription.dead_keep[lane].topic == dead.id && google_pubsub_subscription.dead_keep[lane].name == "${dead.name}-keep"])
    error_message = "A dead-letter topic without a subscription forgets."
  }
  assert {
    condition     = alltrue([for keep in google_pubsub_subscription.dead_keep : keep.message_retention_duration == "2678400s" && length(keep.push_config) == 0])
    error_message = "Dead letters wait 31 days for a person to pull them."
  }
  assert {
    condition     = alltrue([for lane, push in google_pubsub_subscription.dead_push : push.topic == google_pubsub_topic.dead[lane].id && push.push_config[0].push_endpoint == "${output.worker_urls["work"]}/dead-letters" && push.push_config[0].oidc_token[0].audience == output.worker_urls["work"]])
    error_message = "Dead letters are also brought to the work lane, so that the pages can show them."
  }
}

run "pubsub_signs_as_the_caller_and_as_nobody_else" {
  assert {
    condition     = google_service_account_iam_member.pubsub_signs_as_caller.service_account_id == google_service_account.caller.name && google_service_account_iam_member.pubsub_signs_as_caller.role == "roles/iam.serviceAccountTokenCreator"
    error_message = "Pub/Sub's own agent makes tokens of the caller's account."
  }
}

run "nobody_but_the_edge_and_the_pages_is_open_to_everybody" {
  assert {
    condition     = module.ingress.invokers == ["allUsers"] && module.web.invokers == ["allUsers"]
    error_message = "Slack must reach the edge, and people the pages."
  }
  assert {
    condition     = alltrue([for worker in module.worker : worker.invokers == [google_service_account.caller.member]])
    error_message = "A worker is called by the caller's account only."
  }
}

run "each_service_reads_only_its_own_secrets" {
  variables {
    secret_versions = { SLACK_SIGNING_SECRET = "2", SLACK_SIGNING_SECRET_PREVIOUS = "1", SLACK_BOT_TOKEN = "1", SLACK_ADMIN_TOKEN = "1", SLACK_CLIENT_SECRET = "1", TOBAN_SESSION_KEY = "2", TOBAN_SESSION_KEY_PREVIOUS = "1" }
  }

  assert {
    condition     = module.ingress.readable_secrets == toset(["toban-slack-signing-secret", "toban-slack-signing-secret-previous", "toban-slack-bot-token"])
    error_message = "The edge reads the signing secrets and the bot's token, for opening modals, and no administrator's."
  }
  assert {
    condition     = module.worker["calls"].readable_secrets == toset(["toban-config", "toban-slack-bot-token", "toban-slack-admin-token"])
    error_message = "The calls lane, which opens war rooms, reads the bot's and the administrator's token and toban.yaml."
  }
  assert {
    condition     = module.worker["work"].readable_secrets == toset(["toban-config", "toban-slack-bot-token", "toban-slack-admin-token"])
    error_message = "The work lane, which invites to war rooms, reads the bot's and the administrator's token and toban.yaml."
  }
  assert {
    condition     = module.web.readable_secrets == toset(["toban-config", "toban-slack-bot-token", "toban-slack-client-secret", "toban-session-key", "toban-session-key-previous"])
    error_message = "Only the pages read what sign-in and sessions need; they see no signing secret and no administrator's token."
  }
}

run "a_secret_that_is_not_named_is_given_to_nobody" {
  variables {
    secret_versions = { SLACK_SIGNING_SECRET = "1", SLACK_BOT_TOKEN = "1", SLACK_CLIENT_SECRET = "1", TOBAN_SESSION_KEY = "1" }
  }

  assert {
    condition     = module.worker["work"].readable_secrets == toset(["toban-config", "toban-slack-bot-token"]) && module.ingress.readable_secrets == toset(["toban-slack-signing-secret", "toban-slack-bot-token"])
    error_message = "Without a version, a secret is neither mounted nor readable."
  }
  assert {
    condition     = length(output.secret_ids) == 10
    error_message = "All secrets exist from the start, so that a rotation needs no new one."
  }
}

run "each_lane_is_ticked_every_minute_with_a_token_for_it" {
  assert {
    condition     = toset(keys(google_cloud_scheduler_job.tick)) == toset(["ingress", "calls", "work"])
    error_message = "Edge, calls and work are ticked."
  }
  assert {
    condition     = alltrue([for job in google_cloud_scheduler_job.tick : job.schedule == "* * * * *" && job.http_target[0].http_method == "POST" && endswith(job.http_target[0].uri, "/tick")])
    error_message = "Every minute, POST /tick."
  }
  assert {
    condition     = alltrue([for job in google_cloud_scheduler_job.tick : job.http_target[0].oidc_token[0].service_account_email == google_service_account.caller.email && "${job.http_target[0].oidc_token[0].audience}/tick" == job.http_target[0].uri])
    error_message = "A tick proves who it is to whom it is for."
  }
}

run "who_publishes_what" {
  assert {
    condition = toset([for grant in google_pubsub_topic_iam_member.publisher : "${grant.member} ${grant.topic}"]) == toset([
      "serviceAccount:ingress calls", "serviceAccount:ingress work", "serviceAccount:calls work", "serviceAccount:work calls", "serviceAccount:web calls", "serviceAccount:web work",
    ])
    error_message = "The edge rings calls; each worker rings the other; the pages ring both."
  }
}

run "the_database_is_guarded_and_the_edge_has_no_part_in_it" {
  assert {
    condition     = google_firestore_database.this.delete_protection_state == "DELETE_PROTECTION_ENABLED" && google_firestore_database.this.point_in_time_recovery_enablement == "POINT_IN_TIME_RECOVERY_ENABLED"
    error_message = "The database cannot be deleted by mistake and can go back in time."
  }
  assert {
    condition     = toset([for grant in google_project_iam_member.datastore_user : grant.member]) == toset(["serviceAccount:calls", "serviceAccount:work", "serviceAccount:web"])
    error_message = "The edge has no business in the database."
  }
  assert {
    condition     = alltrue([for grant in google_project_iam_member.datastore_user : grant.condition[0].expression == "resource.name == \"projects/my-project/databases/toban\""])
    error_message = "The grant reaches this database only."
  }
}

run "every_declared_query_has_its_index" {
  assert {
    condition     = length(google_firestore_index.composite) == length(jsondecode(file("contract/firestore.indexes.json")).indexes) && length(google_firestore_index.composite) > 0
    error_message = "One composite index for each of contract/firestore.indexes.json."
  }
  assert {
    condition     = google_firestore_index.composite["COLLECTION_GROUP tasks lane:ASCENDING dueAt:ASCENDING"].query_scope == "COLLECTION_GROUP"
    error_message = "Without the index of due tasks nothing is ever done in production."
  }
}

run "people_are_led_to_one_address_of_the_pages" {
  assert {
    condition     = output.slack_redirect_url == "https://toban-web-123456789012.asia-northeast1.run.app/sign-in/callback" && output.web_url == "https://toban-web-123456789012.asia-northeast1.run.app"
    error_message = "Without a base_url the pages stand at Google's own address."
  }
}

run "a_domain_of_ones_own_leads_to_the_pages" {
  variables {
    base_url = "https://toban.example.com"
  }

  assert {
    condition     = output.slack_redirect_url == "https://toban.example.com/sign-in/callback"
    error_message = "Sign in with Slack comes back to the base_url."
  }
}

run "no_log_keeps_the_secret_address_of_a_calendar_feed" {
  assert {
    condition     = strcontains(google_logging_project_exclusion.feeds.filter, "service_name = \"toban-web\"") && strcontains(google_logging_project_exclusion.feeds.filter, "requestUrl =~ \"/feeds/(rota|me)/\"")
    error_message = "Cloud Run's request log would hold the secrets of all feeds."
  }
}
