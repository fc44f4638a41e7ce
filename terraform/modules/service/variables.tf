variable "behind_load_balancer" {
  description = "True: of the internet only a load balancer reaches the service, so that nobody goes round Cloud Armor. Schedules of the project do as before."
  type        = bool
  default     = false
  nullable    = false
}

variable "concurrency" {
  description = "Requests one instance handles at a time."
  type        = number
  nullable    = false
}

variable "config" {
  description = "A secret to mount as a file: its id and version, the folder and the file's name. Null: none."
  type        = object({ secret = string, version = string, folder = string, file = string })
  default     = null
}

variable "deletion_protection" {
  description = "Keeps Terraform from deleting the service."
  type        = bool
  default     = true
  nullable    = false
}

variable "env" {
  description = "Environment that is no secret."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = !anytrue([for name in keys(var.env) : can(regex("SECRET|TOKEN|PASSWORD|KEY", name))])
    error_message = "A secret goes into `secrets`, by reference, never into `env`."
  }
}

variable "image" {
  description = "Container image, with tag or digest."
  type        = string
  nullable    = false
}

variable "invokers" {
  description = "IAM members that may call the service, by a name of their own."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = !anytrue([for member in values(var.invokers) : contains(["allUsers", "allAuthenticatedUsers"], member)])
    error_message = "A service is opened to everybody by `public`, not by `invokers`."
  }
}

variable "open_without_grant" {
  description = "True: a public service asks for no invoker grant, where the organisation refuses allUsers."
  type        = bool
  default     = false
  nullable    = false
}

variable "max_instances" {
  description = "Most instances at a time."
  type        = number
  nullable    = false
}

variable "memory" {
  description = "Memory of one instance, such as 512Mi."
  type        = string
  nullable    = false
}

variable "min_instances" {
  description = "Instances kept warm."
  type        = number
  default     = 0
  nullable    = false
}

variable "name" {
  description = "Name of the service and of its service account."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.name))
    error_message = "name must be 6 to 30 of a-z, 0-9 and hyphens, starting with a letter."
  }
}

variable "project_id" {
  description = "The project of the service."
  type        = string
  nullable    = false
}

variable "public" {
  description = "True: reachable from the internet by everybody. False: only from inside Google Cloud, and only by the invokers."
  type        = bool
  nullable    = false
}

variable "region" {
  description = "Region of the service."
  type        = string
  nullable    = false
}

variable "secrets" {
  description = "Environment that comes from Secret Manager: the secret's id and version, by environment name."
  type        = map(object({ secret = string, version = string }))
  default     = {}
  nullable    = false
}

variable "timeout_seconds" {
  description = "How long a request may take, in seconds."
  type        = number
  nullable    = false
}

variable "url" {
  description = "The address that Google derives from name, project number and region."
  type        = string
  nullable    = false
}
