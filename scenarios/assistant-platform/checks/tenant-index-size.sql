-- What an entry takes in the largest index on tenant_id, times 10,000 and 100,000 rows in each tenant there is.
WITH measured AS (
  SELECT pg_relation_size('idx_cost_events_tenant_id')::numeric / (SELECT count(*) FROM cost_events) AS bytes,
    (SELECT count(*) FROM tenants) AS tenants
), estimate AS (
  SELECT bytes, tenants, bytes * tenants * 10000 AS low, bytes * tenants * 100000 AS high FROM measured
)
SELECT low >= 10e6 AND high <= 50e6 AS passed,
  format('%s bytes an entry: %s MB to %s MB with %s tenants, %s MB to %s MB in one tenant', round(bytes, 1),
    round(low / 1e6), round(high / 1e6), tenants, round(bytes * 0.01, 2), round(bytes * 0.1, 2)) AS detail
FROM estimate
