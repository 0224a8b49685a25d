DELETE FROM audit_logs WHERE id = $1
