// pgvector's limits: beyond them CREATE INDEX fails.
import type { Representation } from '../../../model/vectors/vector-index.js'
import { counted, type BuiltIndex, type Finding, type PreflightFacts } from './finding.js'

const MOST_DIMENSIONS: Readonly<Record<Representation, number>> = { vector: 2000, halfvec: 4000, bit: 64_000 }
const MOST_LISTS = 32_768

/** Below it bits forget too much: in 100 dimensions they reached a recall of 0.67. */
const LEAST_BIT_DIMENSIONS = 768

export const limitFindings = (index: BuiltIndex, { dimensions }: PreflightFacts): readonly Finding[] => [
  ...dimensionFindings(index.representation, dimensions),
  ...(index.kind === 'ivfflat' ? listFindings(index.lists) : widthFindings(index)),
]

function dimensionFindings(representation: Representation, dimensions: number): readonly Finding[] {
  const most = MOST_DIMENSIONS[representation]
  if (dimensions > most) {
    const roomier = (['halfvec', 'bit'] as const).find((other) => dimensions <= MOST_DIMENSIONS[other])
    return [
      {
        severity: 'impossible',
        text: `An index of ${representation} holds up to ${counted(most)} dimensions, and the vectors have ${counted(dimensions)}.`,
        advice:
          roomier === undefined
            ? 'Shorten the vectors: no index holds as many dimensions.'
            : `Index them as ${roomier}: it holds up to ${counted(MOST_DIMENSIONS[roomier])}.`,
      },
    ]
  }
  if (representation !== 'bit' || dimensions >= LEAST_BIT_DIMENSIONS) return []
  return [
    {
      severity: 'warning',
      text: `Bits keep too little of ${counted(dimensions)} dimensions: in 100 they reached a recall of 0.67, ranked again.`,
      advice: `Use halfvec; bit from ${LEAST_BIT_DIMENSIONS} dimensions on.`,
    },
  ]
}

const listFindings = (lists: number): readonly Finding[] =>
  lists <= MOST_LISTS
    ? []
    : [
        {
          severity: 'impossible',
          text: `IVFFlat has up to ${counted(MOST_LISTS)} lists, and ${counted(lists)} are asked for.`,
          advice: `lists = ${MOST_LISTS}`,
        },
      ]

const widthFindings = ({ m, efConstruction }: Extract<BuiltIndex, { kind: 'hnsw' }>): readonly Finding[] =>
  efConstruction >= 2 * m
    ? []
    : [
        {
          severity: 'impossible',
          text: `ef_construction has to be at least 2 × m, and ${efConstruction} is less than ${2 * m}.`,
          advice: `ef_construction = ${2 * m}`,
        },
      ]
