WITH expired AS (
  DELETE FROM auth_sessions WHERE expires < $1 RETURNING session_token
)
SELECT count(*) AS deleted FROM expired
