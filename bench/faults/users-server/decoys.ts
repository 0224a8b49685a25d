// Databases and roles that have names as ours have, and are not ours: nothing is left of a marker, or not its own.
import type { Address } from '../../../src/model/address.js'
import { quoteIdentifier, quoteLiteral } from '../../../src/postgres/identifiers.js'
import type { Session } from '../../../src/postgres/session.js'
import { markerText } from '../../../src/server/scratch/marker.js'
import { scratchName } from '../../../src/server/scratch/names.js'
import { scratchRun } from '../../../src/server/scratch/scratch-run.js'
import { withSuiteSession } from './suite-session.js'

/** Pairs of a role and a database that belongs to it. */
const PAIRS = 24

const GARBAGE = ['{"tool": "indexproof"', '{"tool": "indexproof", "run": 1}', 'indexproof', '[]', ' ']

/** Their names. Every kind of comment of a database meets every kind of its owner's. */
export const settleDecoys = (address: Address): Promise<readonly string[]> =>
  withSuiteSession(address, async (session) => {
    const names: string[] = []
    for (let i = 0; i < PAIRS; i++) names.push(...(await settlePair(session, i)))
    return names
  })

async function settlePair(session: Session, i: number): Promise<readonly string[]> {
  const token = (0xdec0_0000 + i).toString(16)
  const [role, database] = [scratchName(token, 'owner'), scratchName(token, '1')]
  await session.script(`create role ${quoteIdentifier(role)}`)
  await session.script(`create database ${quoteIdentifier(database)} owner ${quoteIdentifier(role)}`)
  await comment(session, `database ${quoteIdentifier(database)}`, commentOf(i % 3, token, i))
  await comment(session, `role ${quoteIdentifier(role)}`, commentOf(Math.floor(i / 3) % 3, token, i))
  return [role, database]
}

async function comment(session: Session, on: string, text: string | null): Promise<void> {
  await session.script(`comment on ${on} is ${text === null ? 'null' : quoteLiteral(text)}`)
}

/** None, a whole marker with the oid of something else, or what is no marker. */
function commentOf(variant: number, token: string, i: number): string | null {
  if (variant === 0) return null
  if (variant === 1) return markerText({ ...scratchRun('copied'), token }, '1')
  return GARBAGE[i % GARBAGE.length] ?? null
}
