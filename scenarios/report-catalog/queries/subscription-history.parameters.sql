SELECT 'some' AS cohort, NULL AS tenant, true AS hit, subscription_id AS p1
FROM (SELECT subscription_id FROM user_subscriptions ORDER BY md5(subscription_id) LIMIT 8) s
ORDER BY p1
