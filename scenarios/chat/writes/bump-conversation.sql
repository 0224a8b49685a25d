UPDATE conversations SET last_message_at = last_message_at + interval '1 minute' WHERE id = $1
