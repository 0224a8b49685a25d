// Why a generic plan is slower: it is made before the parameters are known.
import type { BuiltIndex } from '../../model/facts.js'
import type { ArmPlans } from '../../model/plan.js'
import { indexesIn } from './summarise-plan.js'

/** `before` are custom plans. Null where the generic plan uses every index that they use. */
export function explainGeneric(
  before: ArmPlans['explained'],
  after: ArmPlans['explained'],
  indexes: readonly Pick<BuiltIndex, 'name' | 'definition'>[],
): string | null {
  if (after.length === 0) return null
  const used = new Set(indexesOf(after))
  const lost = indexesOf(before).filter((index) => !used.has(index))
  if (lost.length === 0) return null
  return lost.map((index) => sentence(index, indexes)).join('; ')
}

function sentence(index: string, indexes: readonly Pick<BuiltIndex, 'name' | 'definition'>[]): string {
  const definition = indexes.find(({ name }) => name === index)?.definition
  // As pg_get_indexdef prints it: WHERE comes last, in parentheses or bare.
  const isPartial = definition !== undefined && / WHERE /.test(definition)
  const consequence = isPartial ? ', so they prove nothing for the WHERE of a partial index' : ''
  return `the generic plan does without index ${index}: it is made before the parameters are known${consequence}`
}

const indexesOf = (explained: ArmPlans['explained']): readonly string[] =>
  indexesIn(explained.map(({ explain }) => explain))
