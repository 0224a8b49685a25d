import { expect, test } from 'vitest'
import { silentProgress } from '../../../../src/cli/progress/silent-progress.js'

test('answers everything a run tells with nothing', () => {
  const progress = silentProgress()
  const answers = [
    progress.phase('Seeding'),
    progress.advance(0.5, ''),
    progress.standings([]),
    progress.note(''),
    progress.done(),
    progress.clear(),
  ]
  expect(answers).toEqual(Array(6).fill(undefined))
})
