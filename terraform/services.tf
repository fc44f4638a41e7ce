locals {
  # Google gives each service this address before it exists, so a worker can be told its own as the audience it expects.
  address = { for service in ["ingress", "calls", "work", "web"] : service => "https://${var.name}-${service}-${data.google_project.this.number}.${var.region}.run.app" }

  # Under which people open the pages; links in Slack lead there.
  base_url = var.domains != null ? "https://${var.domains.pages}" : var.base_url == "" ? local.address.web : var.base_url

  # A load balancer says who asks before its own address: the public services must know it to leave it out.
  balancer = var.domains == null ? {} : { TOBAN_BALANCER = google_compute_global_address.edge[0].address }
}

# The public edge of Slack. It proves who calls by Slack's signature, not by Google's.
module "ingress" {
  source = "./modules/service"

  project_id           = var.project_id
  region               = var.region
  name                 = "${var.name}-ingress"
  url                  = local.address.ingress
  image                = var.image_ingress
  public               = true
  open_without_grant   = var.invoker_iam_disabled
  concurrency          = 80
  timeout_seconds      = 10
  memory               = "512Mi"
  min_instances        = var.min_instances.ingress
  max_instances        = var.max_instances.ingress
  behind_load_balancer = var.domains != null
  deletion_protection  = var.deletion_protection
  secrets              = local.secrets_of.ingress
  env                  = merge({ GOOGLE_CLOUD_PROJECT = var.project_id }, local.balancer)

  # What it sends on, a new version of the workers must understand already.
  depends_on = [google_project_service.api, module.worker]
}

# The private workers: one image, two lanes, so that slow work never stands before a call for help.
module "worker" {
  source   = "./modules/service"
  for_each = local.lanes

  project_id          = var.project_id
  region              = var.region
  name                = "${var.name}-${each.key}"
  url                 = local.address[each.key]
  image               = var.image_worker
  public              = false
  invokers            = { caller = google_service_account.caller.member }
  concurrency         = 20
  timeout_seconds     = each.value.ackDeadlineSeconds
  memory              = "512Mi"
  min_instances       = var.min_instances[each.key]
  max_instances       = var.max_instances[each.key]
  deletion_protection = var.deletion_protection
  secrets             = local.secrets_of[each.key]
  config              = local.config
  env = {
    GOOGLE_CLOUD_PROJECT = var.project_id
    FIRESTORE_DATABASE   = google_firestore_database.this.name
    PUSH_AUDIENCE        = local.address[each.key]
    PUSH_ACCOUNT         = google_service_account.caller.email
    TOBAN_BASE_URL       = local.base_url
    TOBAN_KMS            = google_kms_crypto_key.tokens.id
    TOBAN_CONFIG         = "${local.config.folder}/${local.config.file}"
    # Which of the image's two functions functions-framework serves.
    FUNCTION_TARGET = each.key
  }

  # A new version asks by its indexes from its first request: they are built before it gets any.
  depends_on = [google_project_service.api, google_firestore_index.composite, google_firestore_field.override]
}

# The pages. Everybody may knock; who may enter, Sign in with Slack decides. An hour is the most that Cloud Run gives, for
# exports, which are streamed: what has not begun to answer after 30 s, the pages end themselves.
module "web" {
  source = "./modules/service"

  project_id           = var.project_id
  region               = var.region
  name                 = "${var.name}-web"
  url                  = local.address.web
  image                = var.image_web
  public               = true
  open_without_grant   = var.invoker_iam_disabled
  concurrency          = 40
  timeout_seconds      = 3600
  memory               = "512Mi"
  min_instances        = var.min_instances.web
  max_instances        = var.max_instances.web
  behind_load_balancer = var.domains != null
  deletion_protection  = var.deletion_protection
  secrets              = local.secrets_of.web
  config               = local.config
  env = merge(local.balancer, {
    GOOGLE_CLOUD_PROJECT = var.project_id
    FIRESTORE_DATABASE   = google_firestore_database.this.name
    SLACK_CLIENT_ID      = var.slack_client_id
    TOBAN_BASE_URL       = local.base_url
    TOBAN_KMS            = google_kms_crypto_key.tokens.id
    TOBAN_CONFIG         = "${local.config.folder}/${local.config.file}"
    FUNCTION_TARGET      = "web"
  })

  # A new version asks by its indexes from its first request: they are built before it gets any.
  depends_on = [google_project_service.api, google_firestore_index.composite, google_firestore_field.override]
}
