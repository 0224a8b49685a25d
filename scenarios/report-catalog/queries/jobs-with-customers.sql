SELECT j.id, j.ascora_job_id, j.job_title, j.job_status, j.scheduled_date, c.first_name, c.last_name, c.phone
FROM ascora_jobs j
LEFT JOIN ascora_customers c ON c.ascora_customer_id = j.customer_id
WHERE j.organization_id = $1
ORDER BY j.created_at DESC, j.id
LIMIT 20
