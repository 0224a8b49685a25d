SELECT 10 < boot_val::numeric AS passed,
  'the default of this version is ' || boot_val || ' ' || unit || ', so 10 ms pauses '
    || CASE WHEN 10 < boot_val::numeric THEN 'less' ELSE 'more: the vacuum is slower than without the setting' END
    || CASE WHEN boot_val = '20' THEN '' ELSE ' (20 ms was the default up to PostgreSQL 11)' END AS detail
FROM pg_settings
WHERE name = 'autovacuum_vacuum_cost_delay'
