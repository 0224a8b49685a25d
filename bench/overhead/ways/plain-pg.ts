// `pg` as an application uses it: a named statement, its result awaited.
import pg from 'pg'
import type { BenchServer } from '../../bench-server/bench-server.js'
import { SETTINGS_SCRIPT } from '../lookup.js'
import type { Way } from './way.js'

export async function withPlainPg<T>(
  { address }: BenchServer,
  now: () => number,
  work: (way: Way) => Promise<T>,
): Promise<T> {
  const { host, port, user, database, password } = address
  const client = new pg.Client({
    host,
    port,
    user,
    database,
    ssl: false,
    ...(password === null ? {} : { password }),
  })
  await client.connect()
  try {
    await client.query(SETTINGS_SCRIPT)
    return await work({
      name: 'pg, named statement',
      execute: async ({ name, sql, parameter, executions }) => {
        const durations: number[] = []
        while (durations.length < executions) {
          const startNs = now()
          await client.query({ name, text: sql, values: [parameter] })
          durations.push((now() - startNs) / 1000)
        }
        return durations
      },
    })
  } finally {
    await client.end()
  }
}
