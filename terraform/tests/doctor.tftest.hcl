# What doctor may see, and no more.
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

run "doctor_may_look_at_every_topic_and_subscription_of_the_lanes_and_at_nothing_else" {
  assert {
    condition     = length(google_pubsub_topic_iam_member.doctor) == 8 && length(google_pubsub_subscription_iam_member.doctor) == 12
    error_message = "Two accounts; of each lane two topics and three subscriptions."
  }
  assert {
    condition     = alltrue([for grant in concat(values(google_pubsub_topic_iam_member.doctor)[*].role, values(google_pubsub_subscription_iam_member.doctor)[*].role) : grant == "roles/pubsub.viewer"])
    error_message = "To see how it is set up is enough: no message is read."
  }
}
