SELECT report_id, created_at, property_address, client_name, insurance_company
FROM reports
WHERE claim_number = $1 AND deleted_at IS NULL
ORDER BY created_at, report_id
