SELECT cohort, tenant, EXISTS (
  SELECT FROM shared.refresh_tokens t WHERE t.user_id = p1 AND t.expires_at > '2025-01-01Z'
) AS hit, p1, '2025-01-01Z'::timestamptz AS p2
FROM cohort_tenants, LATERAL (
  SELECT id AS p1 FROM shared.users WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
