-- The latest reports once more.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, md5('again' || report_id)::uuid AS p1, property_address AS p2,
  damage_type AS p3, damage_description AS p4, state AS p5, summary AS p6, scope_of_work AS p7, itemized_estimate AS p8,
  total_cost AS p9, compliance_notes AS p10, authority_to_proceed AS p11, client_name AS p12, insurance_company AS p13,
  claim_number AS p14, generated_by AS p15, model AS p16
FROM reports
ORDER BY created_at DESC, report_id
LIMIT 1000
