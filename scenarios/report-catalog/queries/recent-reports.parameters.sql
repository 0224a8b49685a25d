-- The last day and the last month before the present of the dataset.
SELECT 'last ' || days AS cohort, NULL AS tenant, true AS hit, '2025-10-24Z'::timestamptz - days::interval AS p1
FROM (VALUES ('1 day'), ('30 days')) AS spans (days)
ORDER BY p1
