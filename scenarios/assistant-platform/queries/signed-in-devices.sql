SELECT u.id, a.session_token, a.expires
FROM users u
JOIN auth_sessions a ON a.user_id = u.id
WHERE u.id = $1
ORDER BY a.expires DESC, a.session_token
