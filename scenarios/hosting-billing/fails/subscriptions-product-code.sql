CREATE INDEX subscriptions_product_code_idx ON subscriptions (product_code)
