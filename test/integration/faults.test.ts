// The short form of `npm run faults`.
import { describe, expect, it } from 'vitest'
import { drawCases } from '../../bench/faults/draw-cases.js'
import { runSuite } from '../../bench/faults/run-suite.js'
import { renderCase, renderTotals, totalsOf } from '../../bench/faults/summary.js'
import { DOCKER, skipDocker } from '../support/docker.js'
import { skipLocal } from '../support/local-postgres.js'

const SEED = 1
/** The machine may be busy with other tests. */
const TIMEOUT_MS = 600_000

const NOT_LINUX = process.platform !== 'linux'

/** Says how it ended; a failure shows the cases that went wrong, with the ids that repeat them. */
async function summaryOf(cases: Partial<Parameters<typeof drawCases>[0]>): Promise<string> {
  const outcomes = await runSuite({
    cases: drawCases({ seed: SEED, servers: [], counts: {}, tornWrites: 0, ...cases }),
    startsAtOnce: 4,
    signal: new AbortController().signal,
    jobs: 2,
    environment: { PATH: process.env['PATH'] ?? '' },
    onOutcome: () => {},
  })
  const failed = outcomes.filter(
    (one) => renderTotals(totalsOf([one])) !== '1 faults, 0 left behind, 0 neighbours changed',
  )
  return [
    ...failed.map(({ faultCase, outcome }) => renderCase(faultCase, outcome)),
    renderTotals(totalsOf(outcomes)),
  ].join('')
}

describe.skipIf(NOT_LINUX)('a run that is disturbed', { timeout: TIMEOUT_MS }, () => {
  it('leaves nothing behind and changes no neighbour on the embedded server', async () => {
    const counts = { signal: 1, kill: 1, 'lost-folder': 1, 'hostile-name': 1, 'parallel-starts': 1 }
    expect(await summaryOf({ servers: ['embedded'], counts })).toBe(
      '5 faults, 0 left behind, 0 neighbours changed',
    )
  })

  it.skipIf(skipLocal)('leaves nothing behind and changes no neighbour on the local server', async () => {
    const counts = { signal: 2, kill: 1, resume: 1 }
    expect(await summaryOf({ servers: ['local'], counts })).toBe(
      '4 faults, 0 left behind, 0 neighbours changed',
    )
  })

  it.skipIf(skipDocker)(`leaves no container and no volume behind${DOCKER}`, async () => {
    const counts = { signal: 1, kill: 1 }
    expect(await summaryOf({ servers: ['docker'], counts })).toBe(
      '2 faults, 0 left behind, 0 neighbours changed',
    )
  })

  it.skipIf(skipLocal)("leaves nothing on a user's server and touches nothing of the user's", async () => {
    const counts = { signal: 1, kill: 1, resume: 1, cut: 3, sqlstate: 1, terminate: 1, restart: 1 }
    expect(await summaryOf({ servers: ['url'], counts })).toBe(
      '9 faults, 0 left behind, 0 neighbours changed',
    )
  })

  it('leaves only whole files when it is killed while it writes', async () => {
    expect(await summaryOf({ tornWrites: 40 })).toBe('40 faults, 0 left behind, 0 neighbours changed')
  })
})
