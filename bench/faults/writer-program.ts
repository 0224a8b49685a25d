// Writes run folders as fast as it can, a few and then no more: node writer-program.js <folder of results>.
import { withRunFolder } from '../../src/experiment/folder/run-folder.js'

const RUNS = 6
const ROUNDS_A_RUN = 8
const LINES_A_ROUND = 300

const results = process.argv[2] ?? ''
process.stderr.write('Writing\n')
for (let run = 1; run <= RUNS; run++) {
  await withRunFolder(results, `run-${run}`, async (folder) => {
    // As a run does: with its first round the folder appears, and grows from there.
    for (let round = 1; round <= ROUNDS_A_RUN; round++) {
      const sample = JSON.stringify({ type: 'sample', run, round, filling: 'x'.repeat(round * 20) })
      await folder.append('samples.ndjson', `${sample}\n`.repeat(LINES_A_ROUND))
      await folder.write(
        'result.json',
        JSON.stringify({ run, round, samples: Array(LINES_A_ROUND).fill(sample) }),
      )
      await folder.keep()
    }
  })
}
