SELECT id, created_at, expires_at
FROM shared.refresh_tokens
WHERE user_id = $1 AND expires_at > $2
ORDER BY expires_at DESC, id
