SELECT free >= 20 AS passed, format('a pool of 20 and %s connections for all of them', free) AS detail
FROM (
  SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS free
) AS settings
