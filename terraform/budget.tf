# A month that costs more than expected is told to those who administer the billing account, at half, all and twice the sum.
resource "google_billing_budget" "month" {
  for_each = { for budget in var.budget[*] : "month" => budget }

  billing_account = each.value.billing_account
  display_name    = "Toban (${var.name})"

  budget_filter {
    projects = ["projects/${data.google_project.this.number}"]
  }

  amount {
    specified_amount {
      currency_code = each.value.currency
      units         = tostring(each.value.amount)
    }
  }

  dynamic "threshold_rules" {
    for_each = [0.5, 1, 2]
    content {
      threshold_percent = threshold_rules.value
    }
  }

  depends_on = [google_project_service.api]
}
