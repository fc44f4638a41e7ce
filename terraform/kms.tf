# The key with which tokens are kept in the database. Whoever can read the database but not use the key reads nothing.
resource "google_kms_key_ring" "this" {
  project  = var.project_id
  location = var.region
  name     = var.name

  depends_on = [google_project_service.api]
}

resource "google_kms_crypto_key" "tokens" {
  key_ring = google_kms_key_ring.this.id
  name     = "tokens"
  purpose  = "ENCRYPT_DECRYPT"
  # New tokens get a new version each quarter; older versions go on decrypting what they encrypted.
  rotation_period = "7776000s"
}

locals {
  # The pages put an administrator's token away and can never take it out again; the workers act with it.
  key_users = {
    "web encrypts"   = { role = "roles/cloudkms.cryptoKeyEncrypter", member = module.web.member }
    "calls decrypts" = { role = "roles/cloudkms.cryptoKeyDecrypter", member = module.worker["calls"].member }
    "work decrypts"  = { role = "roles/cloudkms.cryptoKeyDecrypter", member = module.worker["work"].member }
  }
}

resource "google_kms_crypto_key_iam_member" "user" {
  for_each = local.key_users

  crypto_key_id = google_kms_crypto_key.tokens.id
  role          = each.value.role
  member        = each.value.member
}
