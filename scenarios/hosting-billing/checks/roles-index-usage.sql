-- Scans of the whole run, of this scenario's queries and of the harness: what one counter can tell.
SELECT coalesce(share >= 97.65, false) AS passed, coalesce(share || ' %', 'no scans') || ' of ' || scans || ' scans' AS detail
FROM (
  SELECT round(100.0 * idx_scan / nullif(idx_scan + seq_scan, 0), 2) AS share, idx_scan + seq_scan AS scans
  FROM pg_stat_user_tables
  WHERE schemaname = 'public' AND relname = 'roles'
) usage
