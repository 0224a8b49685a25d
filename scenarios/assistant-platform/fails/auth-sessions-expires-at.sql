CREATE INDEX idx_auth_sessions_expires_at ON auth_sessions (expires_at)
