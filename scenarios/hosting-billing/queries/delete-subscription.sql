DELETE FROM subscriptions
WHERE id = $1
RETURNING id
