// Several runs started at once into the same folder of results: each ends as if it were alone. On a server that they
// would share, one does, and the others are told that it is there.
import { ORDINARY_PLAN, unexpectedExit, type FaultKind } from '../fault-kind.js'

/** Another run is measuring. */
const TAKEN = 3

export const parallelStarts: FaultKind = () => ({
  ...ORDINARY_PLAN,
  inject: async ({ start, server, baseline, startsAtOnce }) => {
    const commands = Array.from({ length: startsAtOnce }, () => start())
    const runs = await Promise.all(commands.map(({ ended }) => ended))
    const finished = runs.filter(({ exitCode }) => exitCode === baseline.exitCode)
    const expected = server.cluster === null ? [baseline.exitCode] : [baseline.exitCode, TAKEN]
    const none = finished.length === 0 ? ['not one of them finished'] : []
    return {
      told: `${startsAtOnce} runs at once → ${finished.length} times exit ${baseline.exitCode}`,
      endedMs: 0,
      wrong: [...none, ...runs.flatMap((ended) => unexpectedExit(ended, expected))],
      runs,
    }
  },
})
