CREATE INDEX idx_meetings_status ON meetings (status)
