SELECT 'all' AS cohort, organization_id AS tenant, true AS hit, id AS p1
FROM ascora_jobs
WHERE job_status <> 'completed'
ORDER BY created_at DESC, id
LIMIT 1000
