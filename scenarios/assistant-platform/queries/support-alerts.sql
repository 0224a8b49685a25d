SELECT t.name, a.id, a.severity, a.spent, a.triggered_at
FROM tenants t
JOIN budget_alerts a ON a.tenant_id = t.id
WHERE t.support_access AND a.severity = $1 AND NOT a.resolved
ORDER BY a.triggered_at DESC, a.id
LIMIT 50
