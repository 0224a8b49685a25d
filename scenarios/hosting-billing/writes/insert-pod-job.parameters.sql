SELECT 'all' AS cohort, NULL AS tenant, true AS hit, (SELECT max(id) FROM cloud_pod_jobs) + row_number() OVER (ORDER BY id DESC) AS p1,
  pod_id AS p2, tenant_id AS p3, kind AS p4, payload AS p5,
  'job-' || md5('asked ' || id) AS p6
FROM cloud_pod_jobs
ORDER BY id DESC
LIMIT 1000
