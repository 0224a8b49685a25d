-- The report's own backups_type_status_idx is named after this column, and is on backup_type.
CREATE INDEX backups_type_status_schema_idx ON backups (type, status)
