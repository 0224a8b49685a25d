SELECT tenant_id, events, total_cost
FROM cost_summaries
WHERE period_type = 'month' AND period_start = $1
ORDER BY total_cost DESC, tenant_id
LIMIT 20
