-- Of all tenants: rare keys, a class of one school year, and what nobody wrote.
SELECT 'all' AS cohort, NULL AS tenant,
  EXISTS (SELECT FROM shared.users WHERE pending_profile_data @> profile::jsonb) AS hit, profile::jsonb AS p1
FROM (VALUES ('{"referral": "scholarship"}'), ('{"referral": "sibling"}'), ('{"className": "7B"}'),
  ('{"qualification": "PGCE"}'), ('{"referral": "no such thing"}')) AS profiles (profile)
ORDER BY hit DESC, profile
