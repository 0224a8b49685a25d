INSERT INTO payments (id, invoice_id, customer_id, tenant_id, amount, status, stripe_payment_intent_id, created_at)
VALUES ($1, $2, $3, $4, $5, 'succeeded', $6, now())
