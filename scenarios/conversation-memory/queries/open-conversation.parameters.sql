(SELECT 'open' AS cohort, NULL AS tenant, true AS hit, lead_id AS p1 FROM "Conversation"
 WHERE status = 'open' ORDER BY md5(id::text) LIMIT 6)
UNION ALL
(SELECT 'closed', NULL, false, lead_id FROM "Conversation" WHERE status = 'closed' ORDER BY md5(id::text) LIMIT 3)
ORDER BY cohort, p1
