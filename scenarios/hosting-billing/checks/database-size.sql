SELECT pg_database_size(current_database()) BETWEEN 13.5 * 1024 * 1024 AND 14.5 * 1024 * 1024 AS passed,
  pg_size_pretty(pg_database_size(current_database())) AS detail
