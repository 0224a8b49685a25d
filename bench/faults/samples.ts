// The samples of a run that was interrupted and gone on with, read as a stranger would: nothing twice, nothing missing.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EvidenceLine } from '../../src/model/evidence.js'

/** Was it done before it was killed? */
export async function hasFinished(run: string): Promise<boolean> {
  const footer = (await linesOf(run)).find((line) => line.type === 'footer')
  return footer !== undefined && footer.stoppedBy !== 'interrupted'
}

/** How many rounds are on disk. */
export async function roundsOf(run: string): Promise<number> {
  return (await linesOf(run)).filter(({ type }) => type === 'round').length
}

/** Every round of a query has its four visits once and in their order, and the end is told once. */
export async function samplesProblems(run: string): Promise<readonly string[]> {
  const lines = await linesOf(run)
  const footers = lines.filter(({ type }) => type === 'footer').length
  const rounds = visitsByRound(lines)
  const problems = [...rounds].filter(([, visits]) => visits.join() !== '0,1,2,3')
  return [
    ...(footers === 1 ? [] : [`${footers} footers`]),
    ...(rounds.size > 0 ? [] : ['no samples']),
    ...problems.map(([round, visits]) => `round ${round} has the visits ${visits.join()}`),
  ]
}

function visitsByRound(lines: readonly EvidenceLine[]): ReadonlyMap<string, readonly number[]> {
  const rounds = new Map<string, number[]>()
  let former = ''
  for (const line of lines) {
    if (line.type !== 'sample') continue
    const round = `${line.query}/${line.pair}/${line.round}`
    const visit = `${round}/${line.visit}`
    if (visit !== former) rounds.set(round, [...(rounds.get(round) ?? []), line.visit])
    former = visit
  }
  return rounds
}

/** What is not ended by a newline is not there. */
async function linesOf(run: string): Promise<readonly EvidenceLine[]> {
  const text = await readFile(join(run, 'samples.ndjson'), 'utf8')
  const lines = text.split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as EvidenceLine)
}
