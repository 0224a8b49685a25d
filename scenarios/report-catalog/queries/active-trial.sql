SELECT token_id, reports_remaining, expires_at
FROM free_trial_tokens
WHERE user_id = $1 AND status = 'active'
ORDER BY created_at DESC, token_id
LIMIT 1
