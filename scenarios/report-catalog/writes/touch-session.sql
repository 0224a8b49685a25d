UPDATE login_sessions SET last_activity_at = now() WHERE session_id = $1
