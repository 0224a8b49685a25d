SELECT s.session_id, s.user_id, u.email, s.expires_at
FROM login_sessions s
JOIN users u ON u.user_id = s.user_id
WHERE s.session_token = $1 AND s.is_active
