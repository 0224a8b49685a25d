SELECT period_start, events, total_cost
FROM cost_summaries
WHERE tenant_id = $1 AND period_type = 'month'
ORDER BY period_start
