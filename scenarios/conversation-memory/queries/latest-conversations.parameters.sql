SELECT t.cohort, t.tenant, true AS hit, c.customer_id AS p1
FROM cohort_tenants t JOIN "Conversation" c ON c.id = t.tenant
ORDER BY t.cohort, t.tenant
