UPDATE messages SET is_read = true WHERE id = $1
