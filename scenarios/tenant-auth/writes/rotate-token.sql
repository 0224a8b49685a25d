DELETE FROM shared.refresh_tokens WHERE id = $1
