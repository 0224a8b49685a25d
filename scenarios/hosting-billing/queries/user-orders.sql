SELECT id, stripe_session_id, status, amount
FROM stripe_orders
WHERE user_id = $1
ORDER BY id
