SELECT "timestamp", service, model, units, cost
FROM cost_events
WHERE tenant_id = $1 AND "timestamp" >= $2
ORDER BY "timestamp" DESC, id
LIMIT 100
