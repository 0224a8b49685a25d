SELECT id, stripe_session_id, status, amount
FROM stripe_orders
WHERE customer_id = $1
ORDER BY id
