SELECT report_id, created_at, property_address, damage_type, state, total_cost, client_name
FROM reports
WHERE deleted_at IS NULL
ORDER BY created_at DESC, report_id
LIMIT 20 OFFSET $1
