# Doctor sees how Pub/Sub is set up: the page as the pages' account, the command as the one that reads the sheets. It may
# look at each of these and read no message.
locals {
  doctors = { work = module.worker["work"].member, web = module.web.member }

  seen_topics = { for topic in concat(values(google_pubsub_topic.lane), values(google_pubsub_topic.dead)) : topic.name => topic.name }
  seen_subscriptions = {
    for subscription in concat(values(google_pubsub_subscription.push), values(google_pubsub_subscription.dead_keep), values(google_pubsub_subscription.dead_push)) :
    subscription.name => subscription.name
  }
}

resource "google_pubsub_topic_iam_member" "doctor" {
  for_each = { for pair in setproduct(keys(local.doctors), keys(local.seen_topics)) : "${pair[0]} ${pair[1]}" => pair }

  project = var.project_id
  topic   = local.seen_topics[each.value[1]]
  role    = "roles/pubsub.viewer"
  member  = local.doctors[each.value[0]]
}

resource "google_pubsub_subscription_iam_member" "doctor" {
  for_each = { for pair in setproduct(keys(local.doctors), keys(local.seen_subscriptions)) : "${pair[0]} ${pair[1]}" => pair }

  project      = var.project_id
  subscription = local.seen_subscriptions[each.value[1]]
  role         = "roles/pubsub.viewer"
  member       = local.doctors[each.value[0]]
}
