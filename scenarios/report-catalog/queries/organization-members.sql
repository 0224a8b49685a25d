SELECT m.role, m.joined_at, u.user_id, u.name, u.email
FROM organization_members m
JOIN users u ON u.user_id = m.user_id
WHERE m.organization_id = $1
ORDER BY m.joined_at, m.id
