-- The report's own Test 4 uses Message_conversation_id_created_at_idx, which its Test 3 says is not used yet.
SELECT sum(idx_scan) = 0 AS passed,
  string_agg(indexrelname || ' ' || idx_scan, ', ' ORDER BY indexrelname) AS detail
FROM pg_stat_user_indexes
WHERE indexrelname IN ('Message_conversation_id_created_at_idx', 'Conversation_customer_id_started_at_idx',
  'Conversation_lead_open_unique', 'Message_role_idx', 'Customer_phone_idx', 'Customer_email_idx')
