locals {
  # Written from the queries in shared/store/shapes.ts; a test keeps them equal.
  queries = jsondecode(file("${path.module}/contract/firestore.indexes.json"))

  composite_indexes = {
    for index in local.queries.indexes :
    join(" ", concat([index.queryScope, index.collectionGroup], [for field in index.fields : "${field.fieldPath}:${try(field.order, field.arrayConfig)}"])) => index
  }
  field_overrides = { for override in local.queries.fieldOverrides : "${override.collectionGroup} ${override.fieldPath}" => override }
}

resource "google_firestore_database" "this" {
  project                           = var.project_id
  name                              = var.firestore_database
  location_id                       = var.firestore_location
  type                              = "FIRESTORE_NATIVE"
  concurrency_mode                  = "PESSIMISTIC"
  point_in_time_recovery_enablement = "POINT_IN_TIME_RECOVERY_ENABLED"
  delete_protection_state           = var.deletion_protection ? "DELETE_PROTECTION_ENABLED" : "DELETE_PROTECTION_DISABLED"
  # History outlives a `terraform destroy`; whoever wants it gone deletes it by hand.
  deletion_policy = "ABANDON"

  depends_on = [google_project_service.api]
}

resource "google_firestore_index" "composite" {
  for_each = local.composite_indexes

  project     = var.project_id
  database    = google_firestore_database.this.name
  collection  = each.value.collectionGroup
  query_scope = each.value.queryScope

  dynamic "fields" {
    for_each = each.value.fields
    content {
      field_path   = fields.value.fieldPath
      order        = try(fields.value.order, null)
      array_config = try(fields.value.arrayConfig, null)
    }
  }
}

resource "google_firestore_field" "override" {
  for_each = local.field_overrides

  project    = var.project_id
  database   = google_firestore_database.this.name
  collection = each.value.collectionGroup
  field      = each.value.fieldPath

  index_config {
    dynamic "indexes" {
      for_each = each.value.indexes
      content {
        query_scope  = indexes.value.queryScope
        order        = try(indexes.value.order, null)
        array_config = try(indexes.value.arrayConfig, null)
      }
    }
  }
}

# Nobody reads or writes the database with a browser, whoever they are: the services' accounts pass rules by.
resource "google_firebaserules_ruleset" "closed" {
  project = var.project_id

  source {
    files {
      name    = "firestore.rules"
      content = file("${path.module}/contract/firestore.rules")
    }
  }

  # The release must lead to the new one before the old one can go.
  lifecycle {
    create_before_destroy = true
  }

  depends_on = [google_project_service.api]
}

# https://firebase.google.com/docs/reference/rules/rest/v1/projects.releases#Release: `cloud.firestore` is the default database's.
resource "google_firebaserules_release" "closed" {
  project      = var.project_id
  name         = var.firestore_database == "(default)" ? "cloud.firestore" : "cloud.firestore/${google_firestore_database.this.name}"
  ruleset_name = google_firebaserules_ruleset.closed.name
}

# Firestore has no policy of its own: the grant stands on the project, and the condition narrows it to this database.
resource "google_project_iam_member" "datastore_user" {
  for_each = merge({ for lane, worker in module.worker : lane => worker.member }, { web = module.web.member })

  project = var.project_id
  role    = "roles/datastore.user"
  member  = each.value

  condition {
    title       = "toban-database-only"
    description = "Only the database ${var.firestore_database}"
    expression  = "resource.name == \"projects/${var.project_id}/databases/${google_firestore_database.this.name}\""
  }
}
