# Domains of your own, behind a load balancer with Cloud Armor: only where they are named. Without them people and Slack
# use the addresses that Google gives each service, and nothing of this is made.
variable "domains" {
  description = "Domains of your own behind a load balancer with Cloud Armor, such as { pages = \"toban.example.com\", slack = \"toban-slack.example.com\" }: two, since Slack's edge and the pages are two services. About US$ 30 a month. Null: none."
  type        = object({ pages = string, slack = string })
  default     = null

  validation {
    condition     = var.domains == null || alltrue([for domain in values(coalesce(var.domains, { pages = "", slack = "" })) : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", domain))])
    error_message = "Each of domains must be a host name in small letters, such as toban.example.com, without https:// and without a path."
  }
  validation {
    condition     = try(var.domains.pages != var.domains.slack, true)
    error_message = "The pages and Slack's edge are two services: give each a domain of its own."
  }
  validation {
    condition     = var.domains == null || var.base_url == ""
    error_message = "With domains the pages stand at https://<pages>: leave base_url empty."
  }
}

locals {
  # Which service answers under which domain.
  domains = var.domains == null ? {} : { web = var.domains.pages, ingress = var.domains.slack }
  behind  = { web = module.web, ingress = module.ingress }

  # Where Slack sends to.
  edge_url = var.domains == null ? module.ingress.url : "https://${var.domains.slack}"

  # Requests of one address in a minute before it is answered 429. Slack sends a whole workspace's events from a few
  # addresses, and tries again what was refused.
  throttle = { web = 600, ingress = 6000 }
}

resource "google_compute_global_address" "edge" {
  count = var.domains == null ? 0 : 1

  project = var.project_id
  name    = "${var.name}-edge"

  depends_on = [google_project_service.api]
}

resource "google_compute_region_network_endpoint_group" "edge" {
  for_each = local.domains

  project               = var.project_id
  region                = var.region
  name                  = "${var.name}-${each.key}"
  network_endpoint_type = "SERVERLESS"

  cloud_run {
    service = local.behind[each.key].name
  }
}

# No rules that look for attacks in the text: people write about code and errors, and such rules would swallow a call for help.
resource "google_compute_security_policy" "edge" {
  for_each = local.domains

  project     = var.project_id
  name        = "${var.name}-${each.key}"
  description = "A flood from one address ends here"

  rule {
    action   = "throttle"
    priority = 1000

    match {
      versioned_expr = "SRC_IPS_V1"
      config {
        src_ip_ranges = ["*"]
      }
    }

    rate_limit_options {
      conform_action = "allow"
      exceed_action  = "deny(429)"
      enforce_on_key = "IP"
      rate_limit_threshold {
        count        = local.throttle[each.key]
        interval_sec = 60
      }
    }
  }

  rule {
    action   = "allow"
    priority = 2147483647

    match {
      versioned_expr = "SRC_IPS_V1"
      config {
        src_ip_ranges = ["*"]
      }
    }
  }

  depends_on = [google_project_service.api]
}

resource "google_compute_backend_service" "edge" {
  for_each = local.domains

  project               = var.project_id
  name                  = "${var.name}-${each.key}"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  security_policy       = google_compute_security_policy.edge[each.key].id

  backend {
    group = google_compute_region_network_endpoint_group.edge[each.key].id
  }

  # The address of a calendar feed is its secret: the balancer writes no addresses down.
  log_config {
    enable = false
  }
}

resource "google_compute_managed_ssl_certificate" "edge" {
  for_each = local.domains

  project = var.project_id
  # A certificate cannot change its domain: another one takes its place before it goes.
  name = "${var.name}-${each.key}-${substr(sha256(each.value), 0, 8)}"

  managed {
    domains = [each.value]
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [google_project_service.api]
}

resource "google_compute_url_map" "edge" {
  count = var.domains == null ? 0 : 1

  project         = var.project_id
  name            = "${var.name}-edge"
  default_service = google_compute_backend_service.edge["web"].id

  host_rule {
    hosts        = [var.domains.slack]
    path_matcher = "slack"
  }

  path_matcher {
    name            = "slack"
    default_service = google_compute_backend_service.edge["ingress"].id
  }
}

resource "google_compute_ssl_policy" "edge" {
  count = var.domains == null ? 0 : 1

  project         = var.project_id
  name            = "${var.name}-edge"
  profile         = "MODERN"
  min_tls_version = "TLS_1_2"

  depends_on = [google_project_service.api]
}

resource "google_compute_target_https_proxy" "edge" {
  count = var.domains == null ? 0 : 1

  project          = var.project_id
  name             = "${var.name}-edge"
  url_map          = google_compute_url_map.edge[0].id
  ssl_policy       = google_compute_ssl_policy.edge[0].id
  ssl_certificates = [for certificate in google_compute_managed_ssl_certificate.edge : certificate.id]
}

# Only HTTPS: the pages' cookies are for it alone, and Slack uses nothing else.
resource "google_compute_global_forwarding_rule" "edge" {
  count = var.domains == null ? 0 : 1

  project               = var.project_id
  name                  = "${var.name}-edge"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  ip_address            = google_compute_global_address.edge[0].id
  port_range            = "443"
  target                = google_compute_target_https_proxy.edge[0].id
}
