// Several runs started at once into the same folder of results: each ends as if it were alone.
import { ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'

export const parallelStarts: FaultKind = () => ({
  ...ORDINARY_PLAN,
  inject: async ({ start, baseline, startsAtOnce }) => {
    const commands = Array.from({ length: startsAtOnce }, () => start())
    const runs = await Promise.all(commands.map(({ ended }) => ended))
    const finished = runs.filter(({ exitCode }) => exitCode === baseline.exitCode)
    return {
      told: `${startsAtOnce} runs at once → ${finished.length} times exit ${baseline.exitCode}`,
      endedMs: 0,
      wrong: runs.flatMap((ended) => unexpectedExit(ended, [baseline.exitCode])),
      runs,
    }
  },
})
