SELECT id, name, model, is_default
FROM ai_personalities
WHERE tenant_id = $1
ORDER BY is_default DESC, name, id
