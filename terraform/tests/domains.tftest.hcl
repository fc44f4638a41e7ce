# Domains of one's own, a load balancer and Cloud Armor: off unless named.
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

run "without_domains_nothing_of_it_is_made" {
  command = plan
  assert {
    condition     = length(google_compute_global_address.edge) == 0 && length(google_compute_backend_service.edge) == 0 && length(google_compute_security_policy.edge) == 0
    error_message = "A load balancer costs money around the clock: nobody gets one unasked."
  }
  assert {
    condition     = module.web.reached_from == "INGRESS_TRAFFIC_ALL" && !contains(keys(google_project_service.api), "compute.googleapis.com")
    error_message = "Without a balancer people come straight to the service."
  }
  assert {
    condition     = length(local.balancer) == 0
    error_message = "Who asks is then the last that Cloud Run names."
  }
}

run "with_domains_people_and_slack_come_through_the_balancer_alone" {
  command = plan
  variables {
    domains = { pages = "toban.example.com", slack = "toban-slack.example.com" }
  }
  assert {
    condition     = module.web.reached_from == "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER" && module.ingress.reached_from == "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
    error_message = "What could be reached beside the balancer would go round Cloud Armor."
  }
  assert {
    condition     = module.worker["calls"].reached_from == "INGRESS_TRAFFIC_INTERNAL_ONLY"
    error_message = "The workers stay private."
  }
  assert {
    condition     = output.slack_request_urls.events == "https://toban-slack.example.com/slack/events" && output.slack_redirect_url == "https://toban.example.com/sign-in/callback"
    error_message = "The Slack app is told the domains, not Google's addresses."
  }
  assert {
    condition     = contains(keys(google_project_service.api), "compute.googleapis.com")
    error_message = "The API of load balancers is switched on with them."
  }
  assert {
    condition     = contains(keys(local.balancer), "TOBAN_BALANCER") && length(local.balancer) == 1
    error_message = "The public services know the balancer's own address, which stands behind that of whoever asks."
  }
}

run "a_flood_from_one_address_is_refused_and_slack_has_room" {
  command = plan
  variables {
    domains = { pages = "toban.example.com", slack = "toban-slack.example.com" }
  }
  assert {
    condition     = alltrue([for policy in google_compute_security_policy.edge : one([for rule in policy.rule : rule.rate_limit_options[0].exceed_action if rule.action == "throttle"]) == "deny(429)"])
    error_message = "Each domain has its limit."
  }
  assert {
    condition     = one([for rule in google_compute_security_policy.edge["ingress"].rule : rule.rate_limit_options[0].rate_limit_threshold[0].count if rule.action == "throttle"]) >= 6000
    error_message = "Slack sends the events of a whole workspace from a few addresses."
  }
  assert {
    condition     = alltrue([for backend in google_compute_backend_service.edge : !backend.log_config[0].enable])
    error_message = "The address of a calendar feed is its secret and is written nowhere."
  }
}

run "a_base_url_beside_a_domain_is_refused" {
  command = plan
  variables {
    domains  = { pages = "toban.example.com", slack = "toban-slack.example.com" }
    base_url = "https://elsewhere.example.com"
  }
  expect_failures = [var.domains]
}

run "one_domain_for_both_or_none_at_all_is_refused" {
  command = plan
  variables {
    domains = { pages = "toban.example.com", slack = "toban.example.com" }
  }
  expect_failures = [var.domains]
}

run "what_is_no_domain_is_refused" {
  command = plan
  variables {
    domains = { pages = "https://toban.example.com/", slack = "toban-slack.example.com" }
  }
  expect_failures = [var.domains]
}
