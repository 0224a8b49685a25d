UPDATE reports SET total_cost = total_cost + $2, updated_at = now() WHERE report_id = $1
