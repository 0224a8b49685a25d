-- The present is 2025-01-01. Two tokens of people of each tenant, valid or expired, and one that nobody was given.
SELECT cohort, tenant, expires_at > '2025-01-01Z' AS hit, token_hash AS p1, '2025-01-01Z'::timestamptz AS p2
FROM cohort_tenants, LATERAL (
  SELECT token_hash, expires_at
  FROM shared.refresh_tokens t JOIN shared.users u ON u.id = t.user_id
  WHERE u.tenant_id = tenant
  ORDER BY md5(t.id::text)
  LIMIT 2
) known
UNION ALL
SELECT cohort, tenant, false, md5(tenant::text) || md5(cohort), '2025-01-01Z'
FROM cohort_tenants
ORDER BY cohort, tenant, p1
