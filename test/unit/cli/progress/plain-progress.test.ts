import { describe, expect, test } from 'vitest'
import { plainProgress } from '../../../../src/cli/progress/plain-progress.js'
import { makeQueryResult, speedup } from '../../../support/query-result.js'

function start() {
  let time = 0
  let written = ''
  const progress = plainProgress({ write: (text) => (written += text) }, () => time)
  return { progress, wait: (ms: number) => void (time += ms), written: () => written }
}

describe('plainProgress', () => {
  test('writes one line when a phase begins and one when it ends', () => {
    const { progress, wait, written } = start()
    progress.phase('Seeding')
    wait(3200)
    progress.phase('Measuring')
    wait(200_000)
    progress.done()
    expect(written()).toBe('Seeding\nSeeding: done in 3.2 s\nMeasuring\nMeasuring: done in 3 min 20 s\n')
  })

  test('writes at most one line in ten seconds within a phase', () => {
    const { progress, wait, written } = start()
    progress.phase('Measuring')
    for (let second = 1; second <= 25; second++) {
      wait(1000)
      progress.advance(second / 100, `round ${second}`)
    }
    expect(written()).toBe(
      'Measuring\n  10 %, round 10, 1 min 30 s left\n  20 %, round 20, 1 min 20 s left\n',
    )
  })

  test('leaves out the time left while it is too early, and an empty detail', () => {
    const { progress, wait, written } = start()
    progress.phase('Measuring')
    wait(10_000)
    progress.advance(0.01, '')
    expect(written()).toBe('Measuring\n  1 %\n')
  })

  test('says the standings in one line', () => {
    const { progress, written } = start()
    progress.standings([
      makeQueryResult('a', { claim: '>=2x', verdict: 'confirmed' }),
      makeQueryResult('b', { verdict: 'unchanged' }),
      makeQueryResult('c', { verdict: 'inconclusive', speedup: { ...speedup(2, 1, 3), rounds: 18 } }),
    ])
    expect(written()).toBe('  round 27: 2 of 3 queries settled (1 confirmed, 1 unchanged)\n')
  })

  test('keeps a note on one line, whatever it holds', () => {
    const { progress, written } = start()
    progress.note('a\n::error::b \u001B]0;title\u0007')
    expect(written()).toBe('  a ::error::b \n')
  })

  test('does not call a phase done that an error ended', () => {
    const { progress, written } = start()
    progress.phase('Seeding')
    progress.clear()
    progress.done()
    expect(written()).toBe('Seeding\n')
  })
})
