UPDATE subscriptions SET next_billing_at = next_billing_at + interval '1 month' WHERE id = $1
