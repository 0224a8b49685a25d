SELECT identifier, expires
FROM verification_tokens
WHERE token = $1
