variable "ai" {
  description = "Whether Gemini on Vertex AI drafts the prose of postmortems. It needs ai: in toban.yaml too; what is sent, docs/postmortems.md says."
  type        = bool
  default     = false
  nullable    = false
}

variable "alert_emails" {
  description = "E-mail addresses told when Toban itself is unwell. Empty: alerts are only seen in the console."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for address in var.alert_emails : can(regex("^[^@\\s]+@[^@\\s]+$", address))])
    error_message = "Each of alert_emails must be an e-mail address."
  }
}

variable "base_url" {
  description = "Address under which people open Toban's pages (TOBAN_BASE_URL), without a trailing slash. Empty: the address that Google gives the web service."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.base_url == "" || can(regex("^https://[^/\\s]+(/[^\\s]*[^/\\s])?$", var.base_url))
    error_message = "base_url must start with https:// and must not end with a slash."
  }
}

variable "budget" {
  description = "Monthly budget of the project, told at 50, 100 and 200 %: the billing account's id, the amount and its currency. Null: none."
  type        = object({ billing_account = string, amount = number, currency = string })
  default     = null

  validation {
    condition     = alltrue([for budget in var.budget[*] : can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", budget.billing_account)) && budget.amount > 0 && can(regex("^[A-Z]{3}$", budget.currency))])
    error_message = "budget needs a billing account such as 01ABCD-234567-89EF01, an amount above 0 and a currency such as JPY."
  }
}

variable "config_file" {
  description = "Path of the team's toban.yaml. A changed file rolls out as a new revision; one that cannot be read does not replace the running one."
  type        = string
  nullable    = false

  validation {
    condition     = fileexists(var.config_file)
    error_message = "config_file must be the path of an existing file, seen from the folder in which terraform runs."
  }
}

variable "deletion_protection" {
  description = "Keeps Terraform from deleting the services and Google from deleting the database."
  type        = bool
  default     = true
  nullable    = false
}

variable "firestore_database" {
  description = "Name of the Firestore database, 4 to 63 characters, or \"(default)\". It cannot be renamed later."
  type        = string
  default     = "toban"
  nullable    = false

  validation {
    condition     = var.firestore_database == "(default)" || can(regex("^[a-z][a-z0-9-]{2,61}[a-z0-9]$", var.firestore_database))
    error_message = "firestore_database must be \"(default)\" or 4 to 63 of a-z, 0-9 and hyphens, starting with a letter."
  }
}

variable "firestore_location" {
  description = "Where the database lives: a region such as asia-northeast1, or nam5 or eur3. It cannot be moved later."
  type        = string
  default     = "asia-northeast1"
  nullable    = false

  validation {
    condition     = can(regex("^([a-z]+-[a-z]+[0-9]+|nam5|nam7|eur3)$", var.firestore_location))
    error_message = "firestore_location must be a region such as asia-northeast1, or one of nam5, nam7, eur3."
  }
}

variable "image_ingress" {
  description = "Container image of functions/ingress, with a tag other than latest or with a digest, so that Terraform sees a new one."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("(:[\\w][\\w.-]*|@sha256:[0-9a-f]{64})$", var.image_ingress)) && !endswith(var.image_ingress, ":latest")
    error_message = "image_ingress needs a tag other than latest, or a digest."
  }
}

variable "image_web" {
  description = "Container image of functions/web, with a tag other than latest or with a digest."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("(:[\\w][\\w.-]*|@sha256:[0-9a-f]{64})$", var.image_web)) && !endswith(var.image_web, ":latest")
    error_message = "image_web needs a tag other than latest, or a digest."
  }
}

variable "image_worker" {
  description = "Container image of functions/worker, with a tag other than latest or with a digest. It is deployed twice: calls and work."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("(:[\\w][\\w.-]*|@sha256:[0-9a-f]{64})$", var.image_worker)) && !endswith(var.image_worker, ":latest")
    error_message = "image_worker needs a tag other than latest, or a digest."
  }
}

variable "invoker_iam_disabled" {
  description = "True where the organisation refuses grants to allUsers: the two public services then ask for no grant at all. They prove their callers themselves either way."
  type        = bool
  default     = false
  nullable    = false
}

variable "max_instances" {
  description = "Most instances of each service at a time: the ceiling of what a flood can cost."
  type        = object({ ingress = optional(number, 10), calls = optional(number, 10), work = optional(number, 5), web = optional(number, 5) })
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for count in values(var.max_instances) : count >= 1 && count <= 100])
    error_message = "Each of max_instances must be 1 to 100."
  }
}

variable "min_instances" {
  description = "Instances kept warm, billed also while idle. 0 costs nothing; 1 for ingress and calls takes cold starts off a call's path."
  type        = object({ ingress = optional(number, 0), calls = optional(number, 0), work = optional(number, 0), web = optional(number, 0) })
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for count in values(var.min_instances) : count >= 0 && count <= 10])
    error_message = "Each of min_instances must be 0 to 10."
  }
}

variable "name" {
  description = "What the services, accounts, secrets and the image repository begin with."
  type        = string
  default     = "toban"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,17}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 19 of a-z, 0-9 and hyphens, starting with a letter."
  }
}

variable "notification_channels" {
  description = "Existing Cloud Monitoring channels to tell as well: projects/…/notificationChannels/…"
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for channel in var.notification_channels : can(regex("^projects/[^/]+/notificationChannels/[^/]+$", channel))])
    error_message = "Each of notification_channels must look like projects/…/notificationChannels/…"
  }
}

variable "project_id" {
  description = "The Google Cloud project that holds everything."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project_id))
    error_message = "project_id must be the project's id (6 to 30 of a-z, 0-9 and hyphens), not its name or number."
  }
}

variable "region" {
  description = "Region of the services, the schedule and the images."
  type        = string
  default     = "asia-northeast1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]+$", var.region))
    error_message = "region must be a region such as asia-northeast1, not a zone."
  }
}

variable "secret_versions" {
  description = "Which version of which secret the services get, by environment name: a number, or latest. A secret that is not named is not given to anybody. Numbers make a rotation a new revision. Empty: the first apply, before Slack knows Toban; every service then answers 503."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(var.secret_versions) == 0 || alltrue([for name in ["SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN", "SLACK_CLIENT_SECRET", "TOBAN_SESSION_KEY"] : contains(keys(var.secret_versions), name)])
    error_message = "secret_versions must be empty (first apply) or name SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_CLIENT_SECRET and TOBAN_SESSION_KEY: Toban cannot work without them."
  }
  validation {
    condition     = alltrue([for name in keys(var.secret_versions) : contains(local.secret_names, name)])
    error_message = "secret_versions may name SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_ADMIN_TOKEN, SLACK_CLIENT_SECRET, TOBAN_SESSION_KEY, TOBAN_SHEET_SECRET, TOBAN_ALERT_TOKEN, TOBAN_ALERT_TOKEN_PREVIOUS, SLACK_SIGNING_SECRET_PREVIOUS and TOBAN_SESSION_KEY_PREVIOUS only."
  }
  validation {
    condition     = alltrue([for version in values(var.secret_versions) : can(regex("^(latest|[1-9][0-9]*)$", version))])
    error_message = "Each version must be a number or latest; the secret itself never stands here."
  }
}

variable "slack_client_id" {
  description = "Client ID of the Slack app, for Sign in with Slack: under Basic Information. No secret. Empty until there is an app."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.slack_client_id == "" || can(regex("^[0-9]+\\.[0-9]+$", var.slack_client_id))
    error_message = "slack_client_id must be two numbers with a dot between, as under Basic Information in the Slack app's settings."
  }
}

variable "webhook_secrets" {
  description = "Signing secrets of toban.yaml's webhooks, by the name under `secret:`, such as PHONE_SECRET, and those of runbooks' HTTP steps. Without a version only the place is made, to be filled; with one (a number, or latest) the worker of its lane gets it: calls for a ladder's webhook, work for runbooks."
  type        = map(object({ version = optional(string), lane = optional(string, "calls") }))
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.webhook_secrets) : can(regex("^[A-Z][A-Z0-9_]{2,60}$", name))])
    error_message = "Each name must be as under `secret:` in toban.yaml: capital letters, digits and _, such as PHONE_SECRET."
  }
  validation {
    condition     = alltrue([for name in keys(var.webhook_secrets) : !contains(local.secret_names, name) && !can(regex("^(SLACK|TOBAN|PUSH|GOOGLE|FIRESTORE|FUNCTION|NODE|PORT|PATH|HOME|K)(_|$)", name))])
    error_message = "A webhook needs a secret with a name of its own: names that begin with SLACK_, TOBAN_, GOOGLE_ and the like are the services' own."
  }
  validation {
    condition     = alltrue([for entry in values(var.webhook_secrets) : entry.version == null || can(regex("^(latest|[1-9][0-9]*)$", entry.version))])
    error_message = "Each version must be a number or latest; the secret itself never stands here."
  }
  validation {
    condition     = alltrue([for entry in values(var.webhook_secrets) : contains(["calls", "work"], entry.lane)])
    error_message = "The lane of a secret is calls (a webhook of a ladder) or work (an HTTP step of a runbook)."
  }
}
