SELECT report_id, created_at, property_address, damage_type, state, total_cost, client_name
FROM reports
WHERE deleted_at IS NULL AND created_at <= $1 AND (created_at < $1 OR report_id > $2)
ORDER BY created_at DESC, report_id
LIMIT 20
