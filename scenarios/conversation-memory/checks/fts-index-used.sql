SELECT idx_scan > 0 AS passed, idx_scan || ' scans, ' || idx_tup_read || ' entries read' AS detail
FROM pg_stat_user_indexes
WHERE indexrelname = 'Message_content_fts_idx'
