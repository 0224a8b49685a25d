UPDATE websites SET disk_mb = disk_mb + 1 WHERE id = $1
