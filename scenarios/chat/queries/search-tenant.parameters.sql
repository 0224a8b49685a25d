-- Words of one of the tenant's own messages, and a word that is in none.
SELECT cohort, tenant, true AS hit, array_to_string((tsvector_to_array(search))[1:2], ' ') AS p1, tenant AS p2
FROM cohort_tenants, LATERAL (
  SELECT search FROM messages WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) own
UNION ALL
SELECT cohort, tenant, false, 'xylophonist', tenant
FROM cohort_tenants
ORDER BY cohort, tenant, hit DESC, p1
