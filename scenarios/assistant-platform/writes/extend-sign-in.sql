UPDATE auth_sessions SET expires = expires + interval '1 day' WHERE session_token = $1
