UPDATE sessions SET ended_at = started_at + interval '9 minutes' WHERE id = $1
