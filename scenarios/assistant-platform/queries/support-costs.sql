SELECT t.id, t.name, count(*) AS events, sum(e.cost) AS cost
FROM tenants t
JOIN cost_events e ON e.tenant_id = t.id
WHERE t.support_access AND e."timestamp" >= $1
GROUP BY t.id, t.name
ORDER BY cost DESC, t.id
LIMIT 20
