-- At recall ≥ 0.95 choose IVFFlat (lists 100) with probes 4: recall 0.978 [0.968, 0.988], median 0.478 ms, p95
-- 0.641 ms. It saves: the exact scan takes 7.54x [6.52, 8.55] its time; HNSW (m 32, ef_construction 64), tuned
-- to the same recall, is neither faster nor slower (1.13x [0.908, 1.22]). It costs 1.76 MB and 354 ms to build
-- (326 ms to 382 ms in 3 builds). It breaks, or needs a look, where: at 4.7 % (tenant 47, against the query) the
-- planner took IVFFlat (lists = 100): 3 of 10 rows, recall 0.24, 0.482 ms; the planner’s custom plan,
-- items_tenant_id, finds all in 0.42 ms; at 2 % (tenant 65, anywhere) the planner took IVFFlat (lists = 100):
-- 2.9 of 10 rows, recall 0.24, 0.631 ms; a partition, IVFFlat (lists = 2), finds all in 0.372 ms; 7 more plans
-- under filters lose recall and save nothing; under a filter that 0.38 % of the rows pass, ivfflat.probes = 4
-- leaves about 0.76 rows of the 10 wanted.
-- Measured on 5000 rows of 64 dimensions (synthetic-64), pgvector 0.8.7.
-- Replace your_table and embedding by your own names. CONCURRENTLY cannot run inside a transaction.

SET maintenance_work_mem = '128MB';

CREATE INDEX CONCURRENTLY your_table_embedding_ivfflat
  ON your_table USING ivfflat (embedding vector_cosine_ops)
  WITH (lists = 100);

RESET maintenance_work_mem;

-- In the transaction of each search (outside of one SET LOCAL does nothing):
--   SET LOCAL ivfflat.probes = 4;
-- or once for the application’s role:
--   ALTER ROLE your_role SET ivfflat.probes = 4;
-- The search that uses it, ascending and with a LIMIT:
--   SELECT id FROM your_table ORDER BY embedding <=> $1 LIMIT 10;
