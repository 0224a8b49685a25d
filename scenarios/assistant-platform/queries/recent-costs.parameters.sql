-- The last day and the last week, so to speak: a hundredth and a twentieth of all events.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, percentile_disc(share) WITHIN GROUP (ORDER BY "timestamp") AS p1
FROM cost_events
CROSS JOIN (VALUES (0.95), (0.99)) AS shares (share)
GROUP BY share
ORDER BY p1
