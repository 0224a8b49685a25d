-- Two users of each tenant with an account elsewhere.
SELECT cohort, NULL AS tenant, true AS hit, p1
FROM cohort_tenants, LATERAL (
  SELECT x.id AS p1
  FROM users x
  WHERE x.tenant_id = tenant AND EXISTS (SELECT FROM accounts WHERE user_id = x.id)
  ORDER BY md5(x.id::text)
  LIMIT 2
) own
ORDER BY cohort, p1
