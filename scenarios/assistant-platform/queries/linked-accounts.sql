SELECT u.id, a.provider, a.provider_account_id, a.scope
FROM users u
JOIN accounts a ON a.user_id = u.id
WHERE u.id = $1
ORDER BY a.provider, a.provider_account_id
