CREATE INDEX idx_cost_events_created_at ON cost_events (created_at)
