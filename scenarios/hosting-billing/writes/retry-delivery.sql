UPDATE cloud_pod_webhook_deliveries SET attempts = attempts + 1, next_attempt_at = now() WHERE id = $1
