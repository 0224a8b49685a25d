SELECT id, tenant_id, recipient
FROM sms_queue
WHERE status = 'queued' AND scheduled_at <= $1
ORDER BY scheduled_at, id
LIMIT 100
