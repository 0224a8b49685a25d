UPDATE shared.users SET status = 'active', pending_profile_data = NULL WHERE id = $1
