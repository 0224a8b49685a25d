INSERT INTO messages (id, session_id, role, content, tokens, "timestamp")
VALUES ($1, $2, $3, $4, $5, now())
