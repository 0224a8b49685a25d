CREATE INDEX products_tenant_id_is_active_idx ON products (tenant_id, is_active)
