// No fault at all: what a run looks like that nothing happens to.
import type { Traffic } from '../../wire-proxy/wire-fault.js'
import { exitText, ORDINARY_PLAN, type FaultPlan, type Injected, type Stage } from '../fault-kind.js'

export const undisturbed: FaultPlan = {
  ...ORDINARY_PLAN,
  inject: async (stage) => {
    const { server, start } = stage
    if (server.cluster !== null) return throughProxy(stage, server.cluster)
    const ended = await start().ended
    return { told: `undisturbed → ${exitText(ended)}`, endedMs: 0, wrong: [], runs: [ended] }
  },
}

/** The phases are those of the baseline so far: the first of all has none. */
const throughProxy = (
  { start, baseline }: Stage,
  cluster: NonNullable<Stage['server']['cluster']>,
): Promise<Injected> =>
  cluster.throughProxy({ kind: 'none' }, async ({ environment, traffic }) => {
    const command = start({ environment })
    const now = (): Traffic => ({ ...traffic, bytes: { ...traffic.bytes } })
    const marks = baseline.phases.map(({ title }) => command.said(title).then(now))
    const ended = await command.ended
    return {
      told: `undisturbed → ${exitText(ended)}`,
      endedMs: 0,
      wrong: [],
      runs: [ended],
      traffic: [...(await Promise.all(marks)), now()],
    }
  })
