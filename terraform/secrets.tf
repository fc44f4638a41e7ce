# Only the containers stand here. Their content is added by hand and never enters Terraform's state.
locals {
  secret_names = [
    "SLACK_SIGNING_SECRET", "SLACK_SIGNING_SECRET_PREVIOUS", "SLACK_BOT_TOKEN", "SLACK_ADMIN_TOKEN", "SLACK_CLIENT_SECRET",
    "TOBAN_SESSION_KEY", "TOBAN_SESSION_KEY_PREVIOUS", "TOBAN_SHEET_SECRET",
    "TOBAN_ALERT_TOKEN", "TOBAN_ALERT_TOKEN_PREVIOUS",
  ]

  # Who may read what. The edge opens modals, whose triggers live 3 s; both lanes of the worker make war rooms, so both
  # may act as an administrator.
  secret_readers = {
    ingress = ["SLACK_SIGNING_SECRET", "SLACK_SIGNING_SECRET_PREVIOUS", "SLACK_BOT_TOKEN", "TOBAN_SHEET_SECRET", "TOBAN_ALERT_TOKEN", "TOBAN_ALERT_TOKEN_PREVIOUS"]
    calls   = ["SLACK_BOT_TOKEN", "SLACK_ADMIN_TOKEN"]
    work    = ["SLACK_BOT_TOKEN", "SLACK_ADMIN_TOKEN"]
    web     = ["SLACK_BOT_TOKEN", "SLACK_CLIENT_SECRET", "TOBAN_SESSION_KEY", "TOBAN_SESSION_KEY_PREVIOUS"]
  }

  secrets_of = {
    for service, names in local.secret_readers : service => merge(
      {
        for name in names : name => {
          secret  = google_secret_manager_secret.slack[name].secret_id
          version = var.secret_versions[name]
        } if contains(keys(var.secret_versions), name)
      },
      { for name, secret in local.webhook_secrets : name => secret if var.webhook_secrets[name].lane == service },
    )
  }

  # The lane of calls tells other services of them; the other plays runbooks, whose HTTP steps sign, too.
  webhook_secrets = {
    for name, entry in var.webhook_secrets : name => {
      secret  = google_secret_manager_secret.webhook[name].secret_id
      version = entry.version
    } if entry.version != null
  }
}

resource "google_secret_manager_secret" "slack" {
  for_each = toset(local.secret_names)

  project   = var.project_id
  secret_id = "${var.name}-${trimprefix(replace(lower(each.value), "_", "-"), "toban-")}"

  replication {
    auto {}
  }

  depends_on = [google_project_service.api]
}

resource "google_secret_manager_secret" "webhook" {
  for_each = var.webhook_secrets

  project   = var.project_id
  secret_id = "${var.name}-webhook-${replace(lower(each.key), "_", "-")}"

  replication {
    auto {}
  }

  depends_on = [google_project_service.api]
}
