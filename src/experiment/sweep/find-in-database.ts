// Vectors from a database of the user's: one SELECT, in a READ ONLY transaction that is rolled back, read through a cursor
// and sampled on the way, so that neither side holds all of them.
import type { Address } from '../../model/address.js'
import { usageError } from '../../model/errors.js'
import { randomStream } from '../../model/random.js'
import { withReadOnly, type ReadOnlyLimits } from '../../postgres/read-only.js'
import type { Row, Session } from '../../postgres/session.js'
import { onlyStatement } from '../../scenario/only-statement.js'
import { checkHost, checkLooks, type Allowed } from '../../server/url/guard.js'
import { readLooks } from '../../server/url/read-looks.js'
import { connected } from '../../server/url.js'
import type { FoundVectors } from '../../vectors/found-vectors.js'

export interface DatabaseVectors {
  readonly kind: 'query'
  readonly address: Address
  /** One SELECT with a column `embedding`, or a single column. */
  readonly sql: string
  /** So many of its rows, drawn evenly. */
  readonly sample: number
  readonly allowed: Allowed
  readonly limits: ReadOnlyLimits
}

interface Ports {
  readonly signal: AbortSignal
  readonly now: () => number
}

const FETCH_ROWS = 2000

/** Throws a refusal for a server that must not be touched, and usage errors for a query that gives no vectors. */
export async function findInDatabase(
  source: DatabaseVectors,
  seed: number,
  ports: Ports,
): Promise<FoundVectors> {
  const { address, allowed, limits } = source
  const statement = await onlyStatement({ path: '--query', text: source.sql }, [], 'query')
  if (statement.kind !== 'SelectStmt') {
    throw usageError('--query takes a SELECT', { hint: 'For example: select embedding from documents' })
  }
  checkHost(address, allowed.hosts)
  return connected({ address, ...ports }, async (session) => {
    // Reading works on a replica too.
    checkLooks({ ...(await readLooks(session)), isInRecovery: false }, allowed)
    return withReadOnly(session, limits, 'own', async () => {
      await session.script(`declare found_vectors no scroll cursor for ${statement.sql}`)
      return sampleRows(session, source, seed)
    })
  })
}

/** Each row has the same chance to be kept, however many there are (reservoir sampling, Vitter 1985). */
async function sampleRows(
  session: Session,
  { sample }: DatabaseVectors,
  seed: number,
): Promise<FoundVectors> {
  const random = randomStream(seed, 'vectors/sample of a query')
  const kept: (Float32Array | null)[] = []
  let seen = 0
  for (;;) {
    const rows = await session.query(`fetch ${FETCH_ROWS} from found_vectors`)
    for (const row of rows) {
      seen++
      const place = kept.length < sample ? kept.length : random.below(seen)
      if (place < sample) kept[place] = vectorOf(row, seen)
    }
    if (rows.length < FETCH_ROWS) break
  }
  return flatten(kept, seen)
}

function vectorOf(row: Row, number: number): Float32Array | null {
  const names = Object.keys(row)
  const [only] = names
  const name = 'embedding' in row ? 'embedding' : names.length === 1 ? only : undefined
  if (name === undefined) {
    throw usageError(`--query gives the columns ${names.join(', ')}, and none of them is called embedding`, {
      hint: 'For example: select embedding from documents',
    })
  }
  const text = row[name] ?? null
  if (text === null) return null
  const components = componentsOf(text)
  if (components !== null) return components
  throw usageError(`--query: row ${number} has no vector in ${name}`, {
    hint: 'Expected a column of pgvector’s type vector or halfvec, or an array of numbers cast to it',
  })
}

/** [1,2,3] is JSON too. */
function componentsOf(text: string): Float32Array | null {
  if (!/^\[[-+\d.eE,]+\]$/.test(text)) return null
  const numbers = text.slice(1, -1).split(',').map(Number)
  return numbers.every(Number.isFinite) ? Float32Array.from(numbers) : null
}

function flatten(vectors: readonly (Float32Array | null)[], seen: number): FoundVectors {
  const dimensions = vectors.find((vector) => vector !== null)?.length ?? 0
  if (dimensions === 0) throw usageError('--query gives no vectors', { hint: 'Run it with psql to see why' })
  const values = new Float32Array(vectors.length * dimensions)
  const present = new Uint8Array(vectors.length)
  for (const [row, vector] of vectors.entries()) {
    if (vector === null) continue
    if (vector.length !== dimensions) {
      throw usageError(`--query gives vectors of ${dimensions} and of ${vector.length} dimensions`, {
        hint: 'An index holds vectors of one length: select those of one model',
      })
    }
    values.set(vector, row * dimensions)
    present[row] = 1
  }
  const description =
    vectors.length === seen
      ? `${seen} rows of a query on a database`
      : `${vectors.length} of the ${seen} rows of a query on a database, drawn evenly`
  return { name: 'query', description, dimensions, values, present, groups: {} }
}
