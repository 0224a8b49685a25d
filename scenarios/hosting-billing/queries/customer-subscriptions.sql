SELECT id, product_id, status, next_billing_at
FROM subscriptions
WHERE tenant_id = $1 AND customer_id = $2
ORDER BY id
