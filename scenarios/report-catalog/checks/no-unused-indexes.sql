-- Scans since the migration: by the queries of the scenario, by foreign keys, and by this tool's own checks of its results.
SELECT count(*) FILTER (WHERE idx_scan = 0) = 0 AS passed,
  format('%s of %s indexes were never scanned, for instance %s', count(*) FILTER (WHERE idx_scan = 0), count(*),
    coalesce(string_agg(indexrelname, ', ' ORDER BY indexrelname) FILTER (WHERE idx_scan = 0 AND place <= 4), 'none')) AS detail
FROM (
  SELECT indexrelname, idx_scan, row_number() OVER (PARTITION BY idx_scan = 0 ORDER BY indexrelname) AS place
  FROM pg_stat_user_indexes
  WHERE schemaname = 'public'
) AS usage
