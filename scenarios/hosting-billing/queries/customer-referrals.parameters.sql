SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT referrer_id AS key FROM referrals WHERE tenant_id = tenant
  GROUP BY referrer_id ORDER BY md5(referrer_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
