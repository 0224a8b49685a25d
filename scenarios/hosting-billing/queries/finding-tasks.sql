SELECT id, status, due_at
FROM guardian_remediation_tasks
WHERE finding_id = $1
ORDER BY id
