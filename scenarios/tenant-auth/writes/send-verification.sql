INSERT INTO shared.email_verification_tokens (id, user_id, token_hash, expires_at)
VALUES ($1, $2, $3, now() + interval '1 day')
