UPDATE "Lead" SET score = (score + $2) % 101 WHERE id = $1
