SELECT first_name, last_name, phone
FROM ascora_customers
WHERE ascora_customer_id = $1
