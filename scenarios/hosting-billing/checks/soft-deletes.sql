SELECT count(*) = 2 AS passed, coalesce(string_agg(table_name || '.' || column_name, ', ' ORDER BY table_name), 'none') AS detail
FROM information_schema.columns
WHERE table_schema = 'public' AND table_name IN ('users', 'tenants') AND column_name = 'deleted_at'
