// Messages of PostgreSQL's extended query protocol, joined so that each is one write and one round trip.
import { serialize } from 'pg-protocol'
import type { Value } from './session.js'

/** Parses a statement under a name; the server infers the types of its parameters. */
export const prepareMessage = (name: string, sql: string): Buffer =>
  Buffer.concat([serialize.parse({ name, text: sql, types: [] }), serialize.sync()])

/** Binds the values as text to a prepared statement and executes it. */
export const executeMessage = (name: string, values: readonly Value[]): Buffer =>
  Buffer.concat([
    serialize.bind({ statement: name, values: [...values] }),
    serialize.execute({}),
    serialize.sync(),
  ])

/** Forgets a prepared statement. */
export const closeMessage = (name: string): Buffer =>
  Buffer.concat([serialize.close({ type: 'S', name }), serialize.sync()])

/** A statement parsed, bound, described and executed at once. */
export const queryMessage = (sql: string, values: readonly Value[]): Buffer =>
  Buffer.concat([
    serialize.parse({ name: '', text: sql, types: [] }),
    serialize.bind({ values: [...values] }),
    serialize.describe({ type: 'P', name: '' }),
    serialize.execute({}),
    serialize.sync(),
  ])
