CREATE INDEX ssl_certificates_valid_to_idx ON ssl_certificates (valid_to)
