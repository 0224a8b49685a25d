DELETE FROM shared.users
WHERE id = $1
RETURNING id
