// What a delete pays in the triggers of foreign keys: each looks for children, by an index or through the whole table.
import type { WriteExplained } from '../../model/price.js'
import type { TriggerResult } from '../../model/price-result.js'
import { median } from '../statistics/median.js'

/** In the order they were explained. Only rows that were explained in both copies count. */
export function summariseTriggers(explained: readonly WriteExplained[]): readonly TriggerResult[] {
  const groups = new Map<string, Group>()
  for (const before of explained.filter(({ copy }) => copy === 'before')) {
    const after = explained.find(
      ({ copy, of, name, row }) =>
        copy === 'after' && of === before.of && name === before.name && row === before.row,
    )
    for (const { constraint, timeMs } of before.triggers) {
      const other = after?.triggers.find((trigger) => trigger.constraint === constraint)
      if (other === undefined) continue
      const key = JSON.stringify([before.of, before.name, constraint])
      const group = groups.get(key) ?? { of: before.of, name: before.name, constraint, before: [], after: [] }
      group.before.push(timeMs)
      group.after.push(other.timeMs)
      groups.set(key, group)
    }
  }
  return [...groups.values()].map(({ of, name, constraint, before, after }) => ({
    of,
    name,
    constraint,
    beforeMs: median(before) ?? 0,
    afterMs: median(after) ?? 0,
    rows: before.length,
  }))
}

interface Group {
  readonly of: WriteExplained['of']
  readonly name: string
  readonly constraint: string
  readonly before: number[]
  readonly after: number[]
}
