// A subset that loses too much gets back what the queries that lose the most would use.
import type { EvidenceHeader, SubsetChoice } from '../../model/evidence.js'
import type { ComparisonResult } from '../../model/result.js'
import { SHARE_TO_KEEP } from './judge-subset.js'

/** Of what may be lost, the part that is planned for: an estimate is no bound. */
const MARGIN = 0.5

/** `gain` is the sum of ln speed-up over all queries. Null where nothing that was left out is used by a query that loses. */
export function addBack(
  choice: SubsetChoice,
  losses: readonly ComparisonResult[],
  gain: number,
  { migration, indexes }: EvidenceHeader,
): string[] | null {
  const kept = new Set(choice.indexes)
  const lossOf = ({ speedup }: ComparisonResult): number => Math.max(0, Math.log(speedup?.estimate ?? 1))
  const worstFirst = [...losses].sort((a, b) => lossOf(b) - lossOf(a))
  let remaining = worstFirst.reduce((sum, loss) => sum + lossOf(loss), 0)
  const added: string[] = []
  for (const loss of worstFirst) {
    if (remaining <= (1 - SHARE_TO_KEEP) * MARGIN * gain) break
    remaining -= lossOf(loss)
    const used = indexes?.uses.filter(({ query }) => query === loss.query).map(({ index }) => index) ?? []
    added.push(...used.filter((index) => !kept.has(index)))
  }
  if (added.length === 0) return null
  const all = new Set([...kept, ...added])
  return migration.indexes.map(({ schema, name }) => `${schema}.${name}`).filter((name) => all.has(name))
}
