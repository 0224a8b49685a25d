-- At recall ≥ 0.95 choose HNSW (m 16, ef_construction 128), halfvec with ef_search 98: recall 0.966 [0.949,
-- 0.980], median 1.52 ms, p95 2.79 ms. The lower bound of that recall is below the target; to be on the safe
-- side take IVFFlat (lists 316), halfvec with probes 7: recall 0.969 [0.955, 0.981], median 1.69 ms. It saves:
-- the exact scan takes 24.6x [23.5, 25.8] its time; IVFFlat (lists 316), halfvec, tuned to the same recall,
-- takes 1.06x [1.03, 1.11] its time. It costs 112 MB and 25 s to build (24 s to 26 s in 3 builds). It breaks, or
-- needs a look, where: at 0.63 % (tenant 64, with the query), with a generic plan, the planner took HNSW (m =
-- 16, ef_construction = 128) of halfvec: 1.5 of 10 rows, recall 0.15, 2.64 ms; a partition, IVFFlat (lists = 2)
-- of halfvec, finds all in 0.58 ms; at 0.71 % (tenant 66, against the query) the planner took HNSW (m = 16,
-- ef_construction = 128) of halfvec: 0.1 of 10 rows, recall 0.01, 1.97 ms; the exact plan finds all in 0.766 ms;
-- 29 more plans under filters lose recall and save nothing; a LIMIT above 98 returns 98 rows at most; a filter
-- that keeps under 20.4 % of the rows may leave fewer than asked for; under a filter that 0.35 % of the rows
-- pass, hnsw.ef_search = 98 leaves about 0.34 rows of the 10 wanted.
-- Measured on 100000 rows of 384 dimensions (synthetic-384), pgvector 0.8.0.
-- Replace your_table and embedding by your own names. CONCURRENTLY cannot run inside a transaction.

SET maintenance_work_mem = '512MB';

CREATE INDEX CONCURRENTLY your_table_embedding_hnsw
  ON your_table USING hnsw ((embedding::halfvec(384)) halfvec_cosine_ops)
  WITH (m = 16, ef_construction = 128);

RESET maintenance_work_mem;

-- In the transaction of each search (outside of one SET LOCAL does nothing):
--   SET LOCAL hnsw.ef_search = 98;
-- or once for the application’s role:
--   ALTER ROLE your_role SET hnsw.ef_search = 98;
-- The search that uses it, ascending and with a LIMIT:
--   SELECT id FROM your_table ORDER BY embedding::halfvec(384) <=> $1::halfvec(384) LIMIT 10;
