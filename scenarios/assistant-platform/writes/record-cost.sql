INSERT INTO cost_events (id, tenant_id, session_id, service, model, units, cost, "timestamp")
VALUES ($1, $2, $3, $4, $5, $6, $7, now())
