UPDATE conversations SET title = title || '!' WHERE id = $1
