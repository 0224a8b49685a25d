SELECT id, customer_id, product_id, next_billing_at
FROM subscriptions
WHERE tenant_id = $1 AND status = 'active'
ORDER BY next_billing_at, id
LIMIT 50
