-- Held-out vectors of the tenant itself where it has some, else of any: both are asked.
SELECT cohort, tenant, true AS hit, embedding AS p1
FROM cohort_tenants, LATERAL (
  SELECT embedding FROM held_out_queries q ORDER BY q.tenant_id <> tenant, md5(id::text) LIMIT 2
) held_out
WHERE EXISTS (SELECT FROM message_embeddings e WHERE e.tenant_id = tenant)
ORDER BY cohort, tenant, md5(embedding::text)
