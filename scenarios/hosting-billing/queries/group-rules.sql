SELECT id, direction, protocol, port, cidr
FROM cloud_pod_security_group_rules
WHERE security_group_id = $1
ORDER BY id
