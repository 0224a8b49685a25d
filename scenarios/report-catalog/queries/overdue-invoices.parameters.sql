SELECT cohort, tenant, EXISTS (SELECT FROM ascora_invoices i WHERE i.organization_id = tenant AND i.status = 'overdue') AS hit,
  tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
