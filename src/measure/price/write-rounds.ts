// Rounds of committed writes: the same rows, in the same order, in every copy, so that the copies stay alike but for
// what is compared. In a round the copies are visited in random order and then in the reverse of it.
import { at } from '../../model/at.js'
import type { EvidenceLine } from '../../model/evidence.js'
import type { PriceEnd } from '../../model/price.js'
import type { RandomStream } from '../../model/random.js'
import type { PreparedStatement } from '../../postgres/session.js'
import type { Copy, MeasuredWrite } from './measured-write.js'
import { firstRowOf, sizeWrites, VISITS, WARM_UP_ROWS, type WriteSize } from './size-writes.js'
import type { WriteCounters } from './write-counters.js'
import { enterRole, visitWrite } from './write-visit.js'

export interface WriteRoundsPlan {
  readonly copies: readonly Copy[]
  readonly writes: readonly MeasuredWrite[]
  /** Monotonic time at which no further round begins, nanoseconds. The first round is always run. */
  readonly deadlineNs: number
  readonly counters: WriteCounters
}

export interface WriteRoundsPorts {
  readonly randomOf: (round: number) => RandomStream
  readonly now: () => number
  readonly record: (line: EvidenceLine) => void
  readonly onRound: (round: number) => void
}

interface SizedWrite {
  readonly write: MeasuredWrite
  readonly size: WriteSize
}

export async function runWriteRounds(
  plan: WriteRoundsPlan,
  ports: WriteRoundsPorts,
): Promise<PriceEnd['stoppedBy']> {
  let active: readonly SizedWrite[] = await warmUpAll(plan, ports)
  for (let round = 1; ; round++) {
    active = active.filter(({ size }) => round <= size.rounds)
    if (active.length === 0) return 'rounds'
    const startNs = ports.now()
    const failed = await runWriteRound(round, active, plan, ports)
    active = active.filter(({ write }) => !failed.has(write.name))
    ports.onRound(round)
    const endNs = ports.now()
    if (active.some(({ size }) => round < size.rounds) && endNs + (endNs - startNs) > plan.deadlineNs) {
      return 'budget'
    }
  }
}

/** Those that can be executed, with how often; what cannot is recorded with its error. */
async function warmUpAll(plan: WriteRoundsPlan, ports: WriteRoundsPorts): Promise<readonly SizedWrite[]> {
  const sized: SizedWrite[] = []
  for (const write of plan.writes) {
    const medians: number[] = []
    let failed = false
    for (const copy of plan.copies) {
      const statement = await prepareAs(copy, write)
      const size = { round: 1, firstRow: 0, discard: 1, keep: Math.min(WARM_UP_ROWS, write.rows.length) - 1 }
      const written = await visitWrite(copy, write, statement, size, UNCOUNTED)
      await statement.close()
      failed ||= written.error !== undefined
      if (written.error !== undefined) {
        ports.record({ type: 'write', round: 1, write: write.name, copy: copy.name, visit: 0, ...written })
      }
      medians.push([...written.durationsNs].sort((a, b) => a - b)[written.durationsNs.length >> 1] ?? 0)
    }
    if (!failed) sized.push({ write, size: sizeWrites(write.rows.length, Math.max(...medians)) })
  }
  return sized
}

const UNCOUNTED: WriteCounters = {
  begin: () => Promise.resolve(() => Promise.resolve({ walBytes: null, updates: null, hotUpdates: null })),
}

/** Returns the writes that failed: their copies are not alike any more. */
async function runWriteRound(
  round: number,
  active: readonly SizedWrite[],
  { copies, counters }: WriteRoundsPlan,
  ports: WriteRoundsPorts,
): Promise<ReadonlySet<string>> {
  // Backend processes differ: fresh ones each round make that chance, and not bias.
  for (const copy of copies) await copy.reconnect()
  const random = ports.randomOf(round)
  const failed = new Set<string>()
  for (const { write, size } of random.shuffle(active)) {
    const order = random.shuffle(copies)
    const statements: PreparedStatement[] = []
    for (const copy of order) statements.push(await prepareAs(copy, write))
    const places = order.map((_, place) => place)
    for (const [visit, place] of [...places, ...places.toReversed()].entries()) {
      const copy = at(order, place)
      const pass = visit < order.length ? 0 : VISITS - 1
      const rows = { ...size, round, firstRow: firstRowOf(size, round, pass) }
      const written = await visitWrite(copy, write, at(statements, place), rows, counters)
      ports.record({ type: 'write', round, write: write.name, copy: copy.name, visit, ...written })
      if (written.error !== undefined) failed.add(write.name)
    }
    for (const statement of statements) await statement.close()
  }
  return failed
}

/** Under the write's own role: a plan made for another would be thrown away at its first execution. */
async function prepareAs(copy: Copy, write: MeasuredWrite): Promise<PreparedStatement> {
  await enterRole(copy, write.role)
  return copy.session.prepare(write.sql)
}
