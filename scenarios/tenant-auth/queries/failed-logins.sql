SELECT id, ip_address, attempted_at
FROM shared.login_attempts
WHERE user_id = $1 AND NOT success
ORDER BY attempted_at DESC, id DESC
LIMIT 20
