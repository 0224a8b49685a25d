// IVFFlat: the memory of k-means, and whether the lists have rows enough to say where their cluster is.
import type { VectorIndex } from '../../../model/vectors/vector-index.js'
import { kMeansBytes, mostLists } from '../build-memory.js'
import { counted, megabytes, type Finding, type PreflightFacts } from './finding.js'

type IvfflatIndex = Extract<VectorIndex, { readonly kind: 'ivfflat' }>

/** pgvector itself says nothing before there are fewer rows than lists: with 10 a list recall was 0.65 instead of 0.84. */
const LEAST_ROWS_A_LIST = 50

export const kMeansFindings = (index: IvfflatIndex, facts: PreflightFacts): readonly Finding[] => [
  ...memoryFindings(index, facts),
  ...rowFindings(index, facts),
]

function memoryFindings(index: IvfflatIndex, facts: PreflightFacts): readonly Finding[] {
  const { maintenanceWorkMemBytes: memoryBytes } = facts
  const neededBytes = kMeansBytes(index, facts)
  if (neededBytes <= memoryBytes) return []
  const fitting = mostLists(index, facts, memoryBytes)
  const setting = `SET maintenance_work_mem = '${megabytes(neededBytes).replace(' ', '')}'`
  return [
    {
      severity: 'impossible',
      text: `K-means for ${counted(index.lists)} lists needs ${megabytes(neededBytes)}, and maintenance_work_mem is ${Math.floor(memoryBytes / 2 ** 20)} MB: CREATE INDEX would fail.`,
      advice: fitting === 0 ? setting : `${setting}, or lists = ${fitting}`,
    },
  ]
}

function rowFindings({ lists }: IvfflatIndex, { rows }: PreflightFacts): readonly Finding[] {
  if (rows >= LEAST_ROWS_A_LIST * lists) return []
  if (rows === 0) {
    return [
      {
        severity: 'warning',
        text: 'IVFFlat on an empty table finds its lists among no rows, and they never move afterwards.',
        advice: 'Load the rows first, or REINDEX once they are there.',
      },
    ]
  }
  const perList = Number((rows / lists).toPrecision(2))
  const fewer = Math.max(1, Math.floor(rows / LEAST_ROWS_A_LIST))
  return [
    {
      severity: 'warning',
      text: `${counted(rows)} rows are ${perList} a list: with fewer than ${LEAST_ROWS_A_LIST} the centres say little of their rows, and recall is lost without a notice.`,
      advice: lists === 1 ? 'Search without an index until there are more rows.' : `lists = ${fewer}`,
    },
  ]
}
