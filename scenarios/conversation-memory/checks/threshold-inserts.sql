-- An insert leaves no dead row. Since PostgreSQL 13 inserts have a threshold of their own, which the migration did not set.
WITH insert_threshold AS (
  SELECT max(boot_val) FILTER (WHERE name = 'autovacuum_vacuum_insert_threshold')::numeric
    + max(boot_val) FILTER (WHERE name = 'autovacuum_vacuum_insert_scale_factor')::numeric * 216 AS rows
  FROM pg_settings
)
SELECT coalesce(rows <= 61, false) AS passed,
  CASE WHEN rows IS NULL THEN 'inserts alone never trigger a VACUUM in this version'
    ELSE '61 updates do, but inserts alone trigger a VACUUM after ' || trim_scale(rows) || ' rows of a table of 216' END AS detail
FROM insert_threshold
