SELECT t.user_id, u.tenant_id, u.email, u.role
FROM shared.refresh_tokens t
JOIN shared.users u ON u.id = t.user_id
WHERE t.token_hash = $1 AND t.expires_at > $2
