DELETE FROM ascora_integrations
WHERE id = $1
RETURNING id
