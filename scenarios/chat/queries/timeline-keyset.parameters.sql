-- Somewhere in the middle half of each tenant's timeline, twice.
SELECT cohort, tenant, true AS hit, created_at AS p1, id AS p2
FROM cohort_tenants, LATERAL (
  SELECT created_at, id
  FROM (
    SELECT created_at, id, percent_rank() OVER (ORDER BY created_at, id) AS place
    FROM messages
    WHERE tenant_id = tenant
  ) timeline
  WHERE place BETWEEN 0.25 AND 0.75
  ORDER BY md5(id::text)
  LIMIT 2
) cursor_row
ORDER BY cohort, tenant, p2
