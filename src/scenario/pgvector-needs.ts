// What of pgvector a statement or a setting uses, and the first version that has it (pgvector's CHANGELOG).
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { walk, type Fields } from '../postgres/sql/walk.js'
import { lastName } from './name-parts.js'

export interface Need {
  /** e.g. access method hnsw */
  readonly what: string
  readonly since: string
}

export const ANY_VERSION = '0'
const HNSW = '0.5.0'
const OTHER_VECTORS = '0.7.0'
const ITERATIVE_SCAN = '0.8.0'

type Since = Readonly<Record<string, string>>

const TYPES: Since = { vector: ANY_VERSION, halfvec: OTHER_VECTORS, sparsevec: OTHER_VECTORS }
const METHODS: Since = { ivfflat: ANY_VERSION, hnsw: HNSW }
/** Between bit strings; `<->` and its kin have meanings in other extensions, and need no later version. */
const OPERATORS: Since = { '<~>': OTHER_VECTORS, '<%>': OTHER_VECTORS }
const FUNCTIONS: Since = {
  binary_quantize: OTHER_VECTORS,
  hamming_distance: OTHER_VECTORS,
  jaccard_distance: OTHER_VECTORS,
}
const SETTINGS: Since = {
  'hnsw.iterative_scan': ITERATIVE_SCAN,
  'hnsw.max_scan_tuples': ITERATIVE_SCAN,
  'hnsw.scan_mem_multiplier': ITERATIVE_SCAN,
  'ivfflat.iterative_scan': ITERATIVE_SCAN,
  'ivfflat.max_probes': ITERATIVE_SCAN,
}
const OTHER_CLASSES = /^(?:halfvec|sparsevec|bit)_(?:l1|l2|ip|cosine|hamming|jaccard)_ops$|^vector_l1_ops$/

/** What the statement itself shows; the types of the columns it names are not known here. */
export function pgvectorNeeds({ node }: Pick<ParsedStatement, 'node'>): readonly Need[] {
  const needs = [...walk(node)].flatMap(([key, fields]) => needsOf(key, fields))
  return [...new Map(needs.map((need) => [need.what, need])).values()]
}

export function settingNeeds(name: string): readonly Need[] {
  const [prefix = ''] = name.toLowerCase().split('.')
  const since = find(SETTINGS, name.toLowerCase()) ?? (name.includes('.') ? find(METHODS, prefix) : undefined)
  return since === undefined ? [] : [{ what: `setting ${name}`, since }]
}

function needsOf(key: string, fields: Fields): readonly Need[] {
  switch (key) {
    case 'TypeName':
    case 'typeName':
      return need('type', lastName(fields['names']), TYPES)
    case 'A_Expr':
      return need('operator', lastName(fields['name']), OPERATORS)
    case 'FuncCall':
      return need('function', lastName(fields['funcname']), FUNCTIONS)
    case 'IndexStmt':
      return need('access method', fields['accessMethod'], METHODS)
    case 'IndexElem':
      return classNeeds(lastName(fields['opclass']))
    case 'VariableSetStmt':
      return typeof fields['name'] === 'string' ? settingNeeds(fields['name']) : []
    default:
      return []
  }
}

const classNeeds = (name: string | undefined): readonly Need[] =>
  name !== undefined && OTHER_CLASSES.test(name)
    ? [{ what: `operator class ${name}`, since: OTHER_VECTORS }]
    : []

function need(kind: string, name: unknown, known: Since): readonly Need[] {
  const since = typeof name === 'string' ? find(known, name) : undefined
  return since === undefined ? [] : [{ what: `${kind} ${String(name)}`, since }]
}

const find = (known: Since, name: string): string | undefined =>
  Object.hasOwn(known, name) ? known[name] : undefined
