// A migration with the chosen index, ready to review: what it was chosen for stands above it, what it needs below.
import { plainLine } from '../../model/plain-text.js'
import type { Advice, Contender, SweepResult } from '../../model/vectors/sweep-result.js'
import { USUAL_TARGET } from '../../model/vectors/usual-target.js'
import type { Metric, VectorIndex } from '../../model/vectors/vector-index.js'
import { renderAdvice } from './advice-text.js'
import { searchSettings } from './index-words.js'

export function renderSweepMigration(result: SweepResult): string {
  const advice = chooseAdvice(result.advice)
  const choice = advice?.choice ?? null
  if (advice === null || choice === null || choice.index.kind === 'exact') return nothingToMigrate(result)
  const { vectors } = result.evidence
  const memory = result.evidence.builds[0]?.maintenanceWorkMemBytes ?? null
  const settings = searchSettings(choice.index, choice.search)
  return [
    ...comment(renderAdvice(advice)),
    ...comment(
      `Measured on ${vectors.rows} rows of ${vectors.dimensions} dimensions (${vectors.name}), pgvector ${result.evidence.pgvector}.`,
    ),
    ...comment(
      'Replace your_table and embedding by your own names. CONCURRENTLY cannot run inside a transaction.',
    ),
    '',
    ...(memory === null ? [] : [`SET maintenance_work_mem = '${Math.ceil(memory / 2 ** 20)}MB';`, '']),
    createIndex(choice.index, vectors.dimensions),
    ...(memory === null ? [] : ['', 'RESET maintenance_work_mem;']),
    '',
    ...comment('In the transaction of each search (outside of one SET LOCAL does nothing):'),
    ...settings.map((setting) => `--   SET LOCAL ${setting};`),
    ...comment('or once for the application’s role:'),
    ...settings.map((setting) => `--   ALTER ROLE your_role SET ${setting};`),
    ...comment('The search that uses it, ascending and with a LIMIT:'),
    ...searchLines(choice, vectors.dimensions, result.evidence.run.k).map((line) => `--   ${line}`),
    '',
  ].join('\n')
}

/** What is migrated: at the usual recall; where that was not asked for, at the highest that an index is advised for. */
export function chooseAdvice(all: readonly Advice[]): Advice | null {
  const usual = all.find(({ target }) => target === USUAL_TARGET)
  if (usual !== undefined) return usual.state === 'index' ? usual : null
  const reached = all.filter(({ state }) => state === 'index').toSorted((a, b) => b.target - a.target)
  return reached[0] ?? null
}

const nothingToMigrate = ({ advice }: SweepResult): string =>
  [
    ...comment(`No index is advised at recall ≥ ${USUAL_TARGET}:`),
    ...advice.flatMap((one) => comment(renderAdvice(one))),
    '',
  ].join('\n')

function createIndex(index: Exclude<VectorIndex, { kind: 'exact' }>, dimensions: number): string {
  const name = `your_table_embedding_${index.kind}`
  const options =
    index.kind === 'ivfflat'
      ? `lists = ${index.lists}`
      : `m = ${index.m}, ef_construction = ${index.efConstruction}`
  const { expression, operatorClass } = operatorsOf(index, dimensions)
  return `CREATE INDEX CONCURRENTLY ${name}\n  ON your_table USING ${index.kind} (${expression} ${operatorClass})\n  WITH (${options});`
}

const OPERATORS: Readonly<Record<Metric, { operator: string; suffix: string }>> = {
  cosine: { operator: '<=>', suffix: 'cosine_ops' },
  l2: { operator: '<->', suffix: 'l2_ops' },
  'inner product': { operator: '<#>', suffix: 'ip_ops' },
}

interface Operators {
  readonly expression: string
  readonly operatorClass: string
  readonly ordering: string
}

function operatorsOf(index: Exclude<VectorIndex, { kind: 'exact' }>, dimensions: number): Operators {
  const { operator, suffix } = OPERATORS[index.metric]
  switch (index.representation) {
    case 'vector':
      return {
        expression: 'embedding',
        operatorClass: `vector_${suffix}`,
        ordering: `embedding ${operator} $1`,
      }
    case 'halfvec': {
      const expression = `(embedding::halfvec(${dimensions}))`
      const ordering = `embedding::halfvec(${dimensions}) ${operator} $1::halfvec(${dimensions})`
      return { expression, operatorClass: `halfvec_${suffix}`, ordering }
    }
    case 'bit': {
      const expression = `(binary_quantize(embedding)::bit(${dimensions}))`
      const ordering = `binary_quantize(embedding)::bit(${dimensions}) <~> binary_quantize($1)::bit(${dimensions})`
      return { expression, operatorClass: 'bit_hamming_ops', ordering }
    }
  }
}

/** What an index keeps only a part of is ranked again by the vectors themselves. */
function searchLines({ index, search }: Contender, dimensions: number, k: number): string[] {
  if (index.kind === 'exact') return []
  const { ordering } = operatorsOf(index, dimensions)
  if (search.rerank === null) return [`SELECT id FROM your_table ORDER BY ${ordering} LIMIT ${k};`]
  return [
    'SELECT id FROM (',
    `  SELECT id, embedding FROM your_table ORDER BY ${ordering} LIMIT ${search.rerank}`,
    `) AS near ORDER BY embedding ${OPERATORS[index.metric].operator} $1 LIMIT ${k};`,
  ]
}

/** Text from outside cannot end a comment: it is one line. */
const comment = (text: string): string[] => wrap(plainLine(text), 110).map((line) => `-- ${line}`)

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
