SELECT tenants >= 10000 AND subscriptions >= 100000 AND entries >= 1000000 AS passed,
  tenants || ' tenants, ' || subscriptions || ' subscriptions, ' || entries || ' audit records' AS detail
FROM (SELECT count(*) FROM tenants) t (tenants),
  (SELECT count(*) FROM subscriptions) s (subscriptions),
  (SELECT count(*) FROM audit_logs) a (entries)
