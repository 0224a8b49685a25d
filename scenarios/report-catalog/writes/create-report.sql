INSERT INTO reports (report_id, created_at, updated_at, property_address, damage_type, damage_description, state, summary,
  scope_of_work, itemized_estimate, total_cost, compliance_notes, authority_to_proceed, client_name, insurance_company,
  claim_number, generated_by, model)
VALUES ($1, now(), now(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
