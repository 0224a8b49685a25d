-- Who owns no organization may go, with sessions, trials and cards.
SELECT 'some' AS cohort, NULL AS tenant, true AS hit, user_id AS p1
FROM (
  SELECT user_id FROM users u WHERE NOT EXISTS (SELECT FROM organizations WHERE owner_id = u.user_id)
  ORDER BY md5(user_id::text) LIMIT 6
) leaving
ORDER BY p1
