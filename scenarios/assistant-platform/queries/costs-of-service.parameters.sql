-- Each service in the last thirtieth of all events.
SELECT 'all' AS cohort, NULL AS tenant, true AS hit, service AS p1, since AS p2
FROM (SELECT DISTINCT service FROM cost_events) services
CROSS JOIN (SELECT percentile_disc(0.97) WITHIN GROUP (ORDER BY "timestamp") AS since FROM cost_events) recent
ORDER BY p1
