SELECT id, name, kind, sku
FROM products
WHERE tenant_id = $1 AND status = 'active'
ORDER BY name, id
LIMIT 50
