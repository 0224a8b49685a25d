-- Keys, policies and grants of the tables that need pgvector, after those of the others; see constraints.sql.

ALTER TABLE knowledge_chunks ADD PRIMARY KEY (id);
ALTER TABLE held_out_questions ADD PRIMARY KEY (id);

ALTER TABLE knowledge_chunks ADD FOREIGN KEY (document_id) REFERENCES knowledge_documents ON DELETE CASCADE;
ALTER TABLE held_out_questions ADD FOREIGN KEY (tenant_id) REFERENCES tenants;

ALTER TABLE knowledge_chunks ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_tenant ON knowledge_chunks TO ${role_app}
  USING (EXISTS (SELECT FROM knowledge_documents d WHERE d.id = document_id
    AND d.tenant_id = current_setting('app.current_tenant_id')::uuid));
CREATE POLICY every_tenant ON knowledge_chunks TO ${role_service} USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON knowledge_chunks TO ${role_app}, ${role_service};
GRANT SELECT ON held_out_questions TO ${role_app}, ${role_service};
