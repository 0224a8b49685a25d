import { describe, expect, it } from 'vitest'
import { exitCodeOf } from '../../../src/cli/exit-code.js'
import type { Verdict } from '../../../src/model/result.js'
import { makeQueryResult } from '../../support/query-result.js'
import { makeResult } from '../../support/result.js'

function exitCode(arms: 'migration' | 'aa', verdict: Verdict, claim: string | null = '>=2x'): number {
  const result = makeResult()
  return exitCodeOf({
    ...result,
    run: { ...result.run, arms },
    queries: [{ ...makeQueryResult('query'), verdict, claim }],
  })
}

describe('the exit code of a finished run', () => {
  it.each(['confirmed', 'exceeded', 'inconclusive', 'faster', 'regression', 'void'] as const)(
    'is 0 when a query is %s',
    (verdict) => {
      expect(exitCode('migration', verdict)).toBe(0)
    },
  )

  it('is 1 when a claim is refuted', () => {
    expect(exitCode('migration', 'refuted')).toBe(1)
  })

  it.each(['confirmed', 'exceeded', 'faster', 'regression'] as const)(
    'is 1 when an A/A run finds a query %s',
    (verdict) => {
      expect(exitCode('aa', verdict)).toBe(1)
    },
  )

  it('is 0 when an A/A run refutes claims of a speed-up and confirms that nothing changed', () => {
    expect(exitCode('aa', 'refuted')).toBe(0)
    expect(exitCode('aa', 'confirmed', 'unchanged')).toBe(0)
  })
})
