SELECT id, ascora_job_id, customer_id, job_title, job_status, scheduled_date
FROM ascora_jobs
WHERE organization_id = $1
ORDER BY created_at DESC, id
LIMIT 20
