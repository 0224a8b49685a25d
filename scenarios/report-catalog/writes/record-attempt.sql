INSERT INTO auth_attempts (attempt_id, user_email, ip_address, user_agent, success)
VALUES ($1, $2, $3, $4, $5)
