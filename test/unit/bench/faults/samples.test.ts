import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasFinished, roundsOf, samplesProblems } from '../../../../bench/faults/samples.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const FOOTER = { type: 'footer', stoppedBy: 'budget' }

/** A run with one query and these visits, in as many rounds. */
async function run(rounds: readonly (readonly number[])[], ...rest: readonly object[]): Promise<string> {
  const folder = await temporaryFolder()
  const lines = rounds.flatMap((visits, i) => [
    ...visits.map((visit) => ({ type: 'sample', query: 'q', pair: 'main', round: i + 1, visit })),
    { type: 'round', round: i + 1 },
  ])
  const text = [...lines, ...rest].map((line) => `${JSON.stringify(line)}\n`).join('')
  await writeFile(join(folder, 'samples.ndjson'), `${text}{"type":"sam`)
  return folder
}

describe('the samples of a run that was gone on with', () => {
  it('are right with four visits in every round and one end', async () => {
    const whole = await run(
      [
        [0, 0, 1, 1, 1, 2, 3],
        [0, 1, 2, 3],
      ],
      FOOTER,
    )
    expect(await samplesProblems(whole)).toEqual([])
    expect(await roundsOf(whole)).toBe(2)
    expect(await hasFinished(whole)).toBe(true)
  })

  it('are wrong with a round that is there twice, or not whole', async () => {
    const twice = await run(
      [
        [0, 1, 2, 3, 0, 1, 2, 3],
        [0, 1],
      ],
      FOOTER,
    )
    expect(await samplesProblems(twice)).toEqual([
      'round q/main/1 has the visits 0,1,2,3,0,1,2,3',
      'round q/main/2 has the visits 0,1',
    ])
  })

  it('are wrong with no end, or two, and without samples', async () => {
    expect(await samplesProblems(await run([[0, 1, 2, 3]]))).toEqual(['0 footers'])
    expect(await samplesProblems(await run([], FOOTER, FOOTER))).toEqual(['2 footers', 'no samples'])
  })

  it('are those of a run to go on with where it was interrupted', async () => {
    const interrupted = await run([[0, 1, 2, 3]], { ...FOOTER, stoppedBy: 'interrupted' })
    expect(await hasFinished(interrupted)).toBe(false)
  })
})
