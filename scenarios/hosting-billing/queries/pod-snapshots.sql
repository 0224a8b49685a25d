SELECT id, name, size_gb
FROM cloud_pod_snapshots
WHERE pod_id = $1
ORDER BY id
