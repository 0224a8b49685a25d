UPDATE budget_alerts SET resolved = NOT resolved WHERE id = $1
