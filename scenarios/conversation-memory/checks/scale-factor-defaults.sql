SELECT bool_and(boot_val::numeric = CASE name WHEN 'autovacuum_vacuum_scale_factor' THEN 0.2 ELSE 0.1 END) AS passed,
  string_agg(name || ' ' || boot_val, ', ' ORDER BY name) AS detail
FROM pg_settings
WHERE name IN ('autovacuum_vacuum_scale_factor', 'autovacuum_analyze_scale_factor')
