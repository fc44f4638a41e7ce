# Who comes to the database without an account of Google's.
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

run "the_database_is_closed_to_browsers" {
  assert {
    condition     = google_firebaserules_release.closed.name == "cloud.firestore/toban" && strcontains(google_firebaserules_ruleset.closed.source[0].files[0].content, "allow read, write: if false;")
    error_message = "Of this database, and for everybody."
  }
}

run "also_where_it_is_the_default_one" {
  variables {
    firestore_database = "(default)"
  }

  assert {
    condition     = google_firebaserules_release.closed.name == "cloud.firestore"
    error_message = "Rules of the default database have no name behind them."
  }
}
