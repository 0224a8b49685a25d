SELECT id, channel, started_at FROM "Conversation" WHERE lead_id = $1 AND status = 'open'
