CREATE INDEX ssl_certificates_domain_id_idx ON ssl_certificates (domain_id)
