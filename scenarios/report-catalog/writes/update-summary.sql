UPDATE reports SET summary = $2, updated_at = now() WHERE report_id = $1
