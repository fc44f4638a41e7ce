terraform {
  required_version = ">= 1.11, < 2"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 6.50, < 8"
    }
  }
}

provider "google" {
  project = var.project_id
  region  = var.region

  # Whose quota is used: a person's own login names no project, and the budget's API takes no request without one.
  billing_project       = var.project_id
  user_project_override = true
}
