// All strategies for one filter: first each answers the queries, then they take turns, so that what the machine does meanwhile
// meets all of them alike.
import { at } from '../../model/at.js'
import { randomStream } from '../../model/random.js'
import type { FilterEvidence } from '../../model/vectors/filter-evidence.js'
import { timeSearches } from '../search/time-searches.js'
import { answerAttempt, searchOf, type Attempt } from './attempt.js'
import type { ChosenCase } from './choose-cases.js'
import { isLate, leaveOut, type Course } from './course.js'
import { truthUnderFilter } from './truth-under-filter.js'

const QUERIES_A_TURN = 10

interface Entrant {
  readonly attempt: Attempt
  readonly evidence: FilterEvidence
}

export const lateText = ({ filter }: ChosenCase): string =>
  `${filter.name}: no time was left for every strategy`

/** The attempts in order of importance: where time ends early the first are measured. `said`: which part of it is done. */
export async function measureInTurns(
  course: Course,
  chosen: ChosenCase,
  attempts: readonly Attempt[],
  said: (fraction: number, what: string) => void,
): Promise<void> {
  if (isLate(course)) return leaveOut(course, `${chosen.filter.name}: no time was left for it`)
  const vectors = chosen.queries.map((query) => at(course.held.vectors, query))
  const truth = await truthUnderFilter(course, chosen, at(attempts, 0).index.metric, vectors)
  const queries = { set: course.held.set, vectors, truth }
  const entrants: Entrant[] = []
  for (const [position, attempt] of attempts.entries()) {
    said(position / attempts.length / 2, attempt.strategy)
    if (isLate(course)) {
      leaveOut(course, lateText(chosen))
      break
    }
    const evidence = await answerAttempt(attempt, chosen, queries, course.options)
    entrants.push({ attempt, evidence })
  }
  await takeTurns(course, chosen, entrants, vectors, (fraction) => said((1 + fraction) / 2, 'in turns'))
  course.evidence.push(...entrants.map(({ evidence }) => evidence))
}

/** In each round every entrant, in random order, is timed on the next queries. The first there always is. */
async function takeTurns(
  { options, ports }: Course,
  chosen: ChosenCase,
  entrants: readonly Entrant[],
  vectors: readonly Float32Array[],
  said: (fraction: number) => void,
): Promise<void> {
  for (let first = 0; first < vectors.length; first += QUERIES_A_TURN) {
    said(first / vectors.length)
    const startNs = ports.now()
    const random = randomStream(options.seed, `filters/${chosen.filter.name}/${first}`)
    for (const { attempt, evidence } of random.shuffle(entrants)) {
      if (evidence.voidBecause !== null) continue
      const search = searchOf(attempt, chosen, options)
      const next = vectors.slice(first, first + QUERIES_A_TURN)
      const latenciesMs = await timeSearches(attempt.table, search, next)
      if (latenciesMs !== null) evidence.latenciesMs.push(...latenciesMs)
      else evidence.voidBecause = 'a search was cut off while the strategies took turns'
    }
    const endNs = ports.now()
    if (endNs + (endNs - startNs) > options.deadlineNs) return
  }
}
