-- Questions of each tenant itself.
SELECT cohort, tenant, true AS hit, embedding AS p1, tenant AS p2
FROM cohort_tenants, LATERAL (
  SELECT embedding FROM held_out_questions WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 5
) own
ORDER BY cohort, tenant, md5(embedding::text)
