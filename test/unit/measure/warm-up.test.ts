import { describe, expect, it } from 'vitest'
import { prepareQuery } from '../../../src/measure/prepared-query.js'
import { warmUp } from '../../../src/measure/warm-up.js'
import type { WarmUp } from '../../../src/model/evidence.js'
import { StatementTimeoutError } from '../../../src/postgres/statement-timeout-error.js'
import type { DatabaseError } from '../../../src/postgres/database-error.js'
import { fakeDatabaseError, fakeSession } from '../../support/fake-session.js'
import { measuredQuery } from '../../support/measured-query.js'

async function warm(durationNs: (nth: number) => number | DatabaseError): Promise<WarmUp> {
  const session = fakeSession(({ nth }) => durationNs(nth))
  const arms = { before: { session, entry: 'drop index i' }, after: { session, entry: '' } }
  return warmUp({ pair: 'main', arms }, 'before', await prepareQuery(arms, measuredQuery()), 0)
}

describe('the warm-up', () => {
  it('ends after six executions when they are steady', async () => {
    expect(await warm(() => 1000)).toEqual({
      type: 'warm-up',
      query: 'q',
      pair: 'main',
      arm: 'before',
      cohort: 'largest',
      executions: 6,
      converged: true,
      medianNs: 1000,
    })
  })

  it('goes on while the latency still falls', async () => {
    expect(await warm((nth) => (nth < 9 ? 10_000 - nth * 1000 : 1000))).toMatchObject({
      executions: 15,
      converged: true,
    })
  })

  it('gives up after thirty executions and says that it did not converge', async () => {
    expect(await warm((nth) => 2 ** nth)).toMatchObject({ executions: 30, converged: false })
  })

  it('gives up after five seconds', async () => {
    expect(await warm((nth) => 1e9 * (nth + 1))).toMatchObject({ executions: 3, converged: false })
  })

  it('ends at an execution that was cut off, which tells how long a visit takes', async () => {
    const timeout = new StatementTimeoutError(fakeDatabaseError('57014', 'cancelled'), 2e9)
    expect(await warm((nth) => (nth < 7 ? 1000 : timeout))).toMatchObject({ executions: 6 })
    expect(await warm(() => timeout)).toMatchObject({ executions: 1, converged: false, medianNs: 2e9 })
  })

  it('ends at a failing execution', async () => {
    expect(await warm(() => fakeDatabaseError('42883', 'no such function'))).toMatchObject({
      executions: 1,
      converged: false,
    })
  })
})
