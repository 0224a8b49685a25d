-- Two meetings of each tenant, in which the assistant was asked.
SELECT cohort, tenant, true AS hit, p1
FROM cohort_tenants, LATERAL (
  SELECT x.id AS p1
  FROM meetings x
  WHERE x.tenant_id = tenant AND EXISTS (SELECT FROM sessions WHERE meeting_id = x.id)
  ORDER BY md5(x.id::text)
  LIMIT 2
) own
ORDER BY cohort, tenant, p1
