// Two plans as one list of lines with marks, for people and for machines.
import type { DiffLine } from '../../model/forensics.js'
import type { AlignedEntry } from './align-plans.js'
import { treeLine, type PlanEntry } from './plan-entries.js'

export const diffLines = (aligned: readonly AlignedEntry[]): DiffLine[] =>
  aligned.map(({ before, after }) => ({
    mark: markOf(before, after),
    before: before === null ? null : treeLine(before),
    after: after === null ? null : treeLine(after),
  }))

function markOf(before: PlanEntry | null, after: PlanEntry | null): DiffLine['mark'] {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return before.text === after.text ? 'kept' : 'changed'
}
