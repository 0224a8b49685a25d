// The filters one group after the other, the most important first, in the time there is.
import type { Attempt } from './attempt.js'
import { attemptsFor, type Attempts } from './attempts.js'
import type { CaseGroup, Tenant } from './case-groups.js'
import type { ChosenCase } from './choose-cases.js'
import { isLate, leaveOut, type Course } from './course.js'
import { lateText, measureInTurns } from './measure-in-turns.js'
import type { PlainIndexes } from './plain-indexes.js'
import { withTenantPolicy } from './tenant-policy.js'
import { withTenantIndexes } from './with-tenant-indexes.js'

interface PlannedGroup {
  readonly tenant: Tenant | null
  readonly cases: readonly (Attempts & { readonly chosen: ChosenCase })[]
  /** How many attempts there are in all, and how many of what the planner makes of it and of the exact way. */
  readonly every: number
  readonly choices: number
}

/**
 * Of each group every strategy, if at the pace so far there is time for it and, of all groups that follow, for what the planner
 * makes of them and the exact way beside it: with both a harm is found. Else those two alone.
 */
export async function measureGroups(
  course: Course,
  groups: readonly CaseGroup[],
  plain: PlainIndexes,
): Promise<void> {
  const { ports, options } = course
  const planned = planGroups(course, groups, plain)
  const beganNs = ports.now()
  for (const [position, group] of planned.entries()) {
    const nowNs = ports.now()
    const attemptNs = (nowNs - beganNs) / Math.max(1, course.evidence.length)
    const atLeast = planned.slice(position + 1).reduce((sum, { choices }) => sum + choices, group.every)
    const isEnough = nowNs + atLeast * attemptNs <= options.deadlineNs
    const said: Said = (fraction, what) => ports.advance((position + fraction) / planned.length, what)
    await (isEnough ? measureWhole(course, group, said) : measureChoices(course, group, said))
  }
}

function planGroups(
  course: Course,
  groups: readonly CaseGroup[],
  plain: PlainIndexes,
): readonly PlannedGroup[] {
  if (groups.every(({ tenant }) => tenant === null)) {
    leaveOut(course, 'partial index and partitions: no filter is by one tenant')
  }
  return groups.map(({ tenant, cases }) => {
    const planned = cases.map((chosen) => ({ chosen, ...attemptsFor(course, chosen, plain) }))
    const choices = planned.reduce((sum, one) => sum + one.choices.length, 0)
    const through = planned.reduce((sum, one) => sum + one.through.length, 0)
    const forTenant = tenant === null ? 0 : course.tuned.length * (tenant.isHot ? 2 : 1) * cases.length
    return { tenant, cases: planned, every: choices + through + forTenant, choices }
  })
}

/** Of a group, what part of it is done. */
type Said = (fraction: number, what: string) => void

async function measureWhole(course: Course, { tenant, cases }: PlannedGroup, said: Said): Promise<void> {
  const measureAll = async (forTenant: readonly Attempt[]): Promise<void> => {
    for (const [position, { chosen, choices, through }] of cases.entries()) {
      const every = [...choices, ...through, ...forTenant]
      await measureCase(course, chosen, every, partOf(said, position, cases.length))
    }
  }
  if (tenant === null) return measureAll([])
  said(0, `indexes for tenant ${tenant.tenant}`)
  await withTenantIndexes(course, tenant, measureAll)
}

async function measureChoices(course: Course, { cases }: PlannedGroup, said: Said): Promise<void> {
  for (const [position, { chosen, choices }] of cases.entries()) {
    if (!isLate(course)) leaveOut(course, lateText(chosen))
    await measureCase(course, chosen, choices, partOf(said, position, cases.length))
  }
}

const partOf =
  (said: Said, position: number, parts: number): Said =>
  (fraction, what) =>
    said((position + fraction) / parts, what)

async function measureCase(
  course: Course,
  chosen: ChosenCase,
  attempts: readonly Attempt[],
  said: Said,
): Promise<void> {
  const measure = (): Promise<void> =>
    measureInTurns(course, chosen, attempts, (fraction, what) =>
      said(fraction, `${chosen.filter.name}: ${what}`),
    )
  await (chosen.filter.by === 'where' ? measure() : withTenantPolicy(course.table, measure))
}
