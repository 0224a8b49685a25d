UPDATE reports SET deleted_at = now() WHERE report_id = $1
