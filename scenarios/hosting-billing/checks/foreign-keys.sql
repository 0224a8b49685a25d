-- The report's own query.
SELECT count(*) = 143 AS passed, count(*) || ' foreign keys' AS detail
FROM pg_constraint
WHERE contype = 'f'
