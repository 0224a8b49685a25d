// How PostgreSQL's own programs are told where the server is.
import type { Address } from '../../src/model/address.js'

export const clientEnvironment = (
  { host, port, user, password, database }: Address,
  settings: Readonly<Record<string, string>>,
): Record<string, string> => ({
  PGHOST: host,
  PGPORT: String(port),
  PGUSER: user,
  PGDATABASE: database,
  PGSSLMODE: 'disable',
  PGOPTIONS: Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' '),
  ...(password === null ? {} : { PGPASSWORD: password }),
})
