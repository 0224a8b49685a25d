-- The report's own three numbers, and beside them what this run's queries have used so far.
SELECT 17 + 17 = 45 AS passed,
  format('17 used and 17 unused are 34 of 45; after the queries of this run %s of %s are used',
    count(*) FILTER (WHERE idx_scan > 0), count(*)) AS detail
FROM pg_stat_user_indexes
WHERE schemaname = 'shared'
