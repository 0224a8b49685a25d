// What `inspect` asks stays in pg_stat_statements as any other statement does: it is known by a mark, and not told.
import type { Session } from '../../session.js'

export const OWN_MARK = '/* indexproof inspect */'

/** Behind the first word: PostgreSQL 18 leaves out what is before it. */
export const marked = (session: Session): Session => ({
  ...session,
  query: (sql, values) => session.query(sql.replace(/^\s*\w+/, `$& ${OWN_MARK}`), values),
})
