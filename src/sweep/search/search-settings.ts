// Search settings as SQL, and the proof that the server has them. A SET is not enough: before pgvector's library is loaded
// any value is accepted, and taken back with a WARNING when it is; SET LOCAL outside a transaction does nothing at all.
import { brokenError } from '../../model/errors.js'
import type { IterativeScan, SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'
import { quoteLiteral } from '../../postgres/identifiers.js'
import type { Session } from '../../postgres/session.js'
import type { ApproximateIndex } from '../indexes/index-operators.js'

/** By name, as SHOW has them. */
type Settings = Readonly<Record<string, string>>

const NAMES = {
  ivfflat: { effort: 'ivfflat.probes', iterative: 'ivfflat.iterative_scan', bound: 'ivfflat.max_probes' },
  hnsw: { effort: 'hnsw.ef_search', iterative: 'hnsw.iterative_scan', bound: 'hnsw.max_scan_tuples' },
} as const

/** IVFFlat only: candidates that bit vectors give to be ranked again, as a multiple of the rows wanted. */
const RERANK_TIMES = 20

/** The settings of one effort, all else as pgvector has it. With bit, HNSW ranks again all that it finds. */
export function searchFor(
  index: VectorIndex,
  effort: number,
  k: number,
  iterative: IterativeScan = 'off',
): SearchSettings {
  if (index.kind === 'exact') return EXACT_SEARCH
  const rerank = index.representation !== 'bit' ? null : index.kind === 'hnsw' ? effort : RERANK_TIMES * k
  return { effort, iterative, bound: null, rerank }
}

export const EXACT_SEARCH: SearchSettings = { effort: null, iterative: 'off', bound: null, rerank: null }

/** pgvector's settings for a search with this kind of index. */
export function settingsOf(kind: ApproximateIndex['kind'], search: SearchSettings): Settings {
  const names = NAMES[kind]
  return {
    ...(search.effort === null ? {} : { [names.effort]: String(search.effort) }),
    [names.iterative]: search.iterative,
    ...(search.bound === null ? {} : { [names.bound]: String(search.bound) }),
  }
}

/** Makes the server load pgvector's library, so that its settings are its own. */
export const LOAD_LIBRARY = `select '[1]'::vector`

/** Sets them until the end of the transaction, and looks whether they hold. Throws brokenError where one does not. */
export async function setAndVerify(session: Session, settings: Settings): Promise<void> {
  const names = Object.entries(settings)
  if (names.length === 0) return
  await session.script(names.map(setLocal).join('; '))
  const found = names.map(([name]) => `current_setting(${quoteLiteral(name)}, true)`)
  const [row] = await session.query(
    `select ${found.map((value, position) => `${value} as s${position}`).join(', ')}`,
  )
  for (const [position, [name, wanted]] of names.entries()) {
    const got = row?.[`s${position}`] ?? null
    // Without iterative scans there is no such setting, and all scans are what it would say.
    if (got === wanted || (got === null && isIterativeOff(name, wanted))) continue
    throw brokenError(`The setting ${name} is "${got ?? 'unknown'}" where "${wanted}" was set.`, {
      hint: 'Iterative scans need pgvector 0.8: SELECT extversion FROM pg_extension tells the version.',
    })
  }
}

/** Before pgvector 0.8 there are no iterative scans to turn off, and setting an unknown name is an error. */
const setLocal = ([name, value]: [string, string]): string =>
  isIterativeOff(name, value)
    ? `select set_config(name, 'off', true) from pg_settings where name = ${quoteLiteral(name)}`
    : `select set_config(${quoteLiteral(name)}, ${quoteLiteral(value)}, true)`

const isIterativeOff = (name: string, value: string): boolean =>
  name.endsWith('.iterative_scan') && value === 'off'
