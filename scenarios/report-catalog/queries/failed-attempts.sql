SELECT count(*) AS failed
FROM auth_attempts
WHERE ip_address = $1 AND attempted_at > $2 AND NOT success
