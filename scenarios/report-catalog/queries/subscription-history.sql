SELECT history_id, event_type, old_status, new_status, created_at
FROM subscription_history
WHERE subscription_id = $1
ORDER BY created_at DESC, history_id
