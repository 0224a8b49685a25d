SELECT damage_type, count(*) AS reports
FROM reports
WHERE deleted_at IS NULL
GROUP BY damage_type
ORDER BY damage_type
