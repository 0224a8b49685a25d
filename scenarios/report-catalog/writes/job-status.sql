UPDATE ascora_jobs SET job_status = 'completed', updated_at = now() WHERE id = $1
