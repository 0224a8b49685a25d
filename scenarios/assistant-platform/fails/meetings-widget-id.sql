CREATE INDEX idx_meetings_widget_id ON meetings (widget_id)
