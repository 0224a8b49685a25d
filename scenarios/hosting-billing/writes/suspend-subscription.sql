UPDATE subscriptions SET status = 'suspended' WHERE id = $1
