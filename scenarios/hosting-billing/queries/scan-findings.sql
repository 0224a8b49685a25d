SELECT id, severity, title, is_open
FROM guardian_findings
WHERE scan_id = $1
ORDER BY id
