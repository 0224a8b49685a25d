SELECT user_id, scope, expires_at
FROM accounts
WHERE provider = $1 AND provider_account_id = $2
