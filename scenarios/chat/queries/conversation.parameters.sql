-- Two conversations of each tenant.
SELECT cohort, tenant, true AS hit, p1
FROM cohort_tenants, LATERAL (
  SELECT id AS p1
  FROM conversations c
  WHERE tenant_id = tenant AND EXISTS (SELECT FROM messages WHERE conversation_id = c.id)
  ORDER BY md5(id::text)
  LIMIT 2
) own
ORDER BY cohort, tenant, p1
