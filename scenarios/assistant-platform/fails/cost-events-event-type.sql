CREATE INDEX idx_cost_events_event_type ON cost_events (event_type)
