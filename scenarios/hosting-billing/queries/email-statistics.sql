SELECT event, count(*) AS events
FROM email_analytics
WHERE tenant_id = $1 AND created_at >= timestamptz '2025-09-03 00:00:00+00'
GROUP BY event
ORDER BY event
