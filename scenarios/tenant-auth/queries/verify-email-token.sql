SELECT t.user_id, u.email, u.status
FROM shared.email_verification_tokens t
JOIN shared.users u ON u.id = t.user_id
WHERE t.token_hash = $1 AND t.expires_at > $2
