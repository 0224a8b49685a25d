-- Keys, policies and grants of the tables that need pgvector, after those of the others; see constraints.sql.

ALTER TABLE message_embeddings ADD PRIMARY KEY (message_id);
ALTER TABLE held_out_queries ADD PRIMARY KEY (id);

ALTER TABLE message_embeddings
  ADD FOREIGN KEY (tenant_id) REFERENCES tenants,
  ADD FOREIGN KEY (message_id) REFERENCES messages ON DELETE CASCADE;
ALTER TABLE held_out_queries ADD FOREIGN KEY (tenant_id) REFERENCES tenants;

ALTER TABLE message_embeddings ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_tenant ON message_embeddings TO ${role_app}
  USING (tenant_id = current_setting('app.tenant_id')::int);
CREATE POLICY every_tenant ON message_embeddings TO ${role_service} USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE
  ON message_embeddings, held_out_queries
  TO ${role_app}, ${role_service};
