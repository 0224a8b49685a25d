UPDATE cloud_pod_jobs SET status = 'completed' WHERE id = $1
