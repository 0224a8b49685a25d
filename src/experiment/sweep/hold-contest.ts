// The contest itself: candidates are built and tuned, finalists take turns, and are built again to see the spread.
import type { Finalist } from '../../model/vectors/sweep-evidence.js'
import type { IndexBuild } from '../../model/vectors/vector-index.js'
import type { PreflightFinding } from '../../model/vectors/preflight-finding.js'
import { dropIndexes } from '../../sweep/indexes/build-index.js'
import type { ChosenSettings } from '../../sweep/tuning/choose-finalists.js'
import { explore, type Explored } from '../../sweep/tuning/explore.js'
import { indexName } from '../../sweep/indexes/index-name.js'
import type { SearchedTable } from '../../sweep/searched-table.js'
import type { TunedIndex } from '../../sweep/tuned-index.js'
import { buildFinalistsAgain, finalistsWithExact, runFinals, withRules } from './finals.js'
import { byImportance, laterIndexes } from './later-indexes.js'
import { lookAtSearches } from './look-ahead.js'
import type { PreparedSearch } from './prepare-search.js'
import { ruleEntrants, rulesCandidates } from './rule-entrants.js'
import { deadlineOf, DONE_BY, stagePorts, type Part, type Surroundings } from './surroundings.js'

export interface Contest {
  readonly explored: Explored
  /** Without the exact scan; their indexes stand. */
  readonly chosen: readonly ChosenSettings[]
  readonly finalists: readonly Finalist[]
  /** One of each kind, to look at further; their indexes stand. */
  readonly followed: readonly TunedIndex[]
  readonly builds: readonly IndexBuild[]
  /** What arithmetic says of the chosen searches. */
  readonly findings: readonly PreflightFinding[]
}

/** `startNs`: when the budget began. */
export async function holdContest(
  surroundings: Surroundings,
  { candidates, table, truth }: PreparedSearch,
  startNs: number,
): Promise<Contest> {
  const { server, vectors, options, ports } = surroundings
  const { metric, k, targets, grid, searchLimitMs, budgetMs, diskBytes } = options
  const { seed } = options.vectors
  const given = stagePorts(ports)
  const durationMs = budgetMs * DONE_BY.explore
  const limits = { ...options.build, limitMs: durationMs }

  ports.progress.phase(grid === null ? 'Building and tuning' : 'Building and measuring')
  const kept = rulesCandidates(candidates, vectors.rowCount)
  const course = { candidates, kept, rows: vectors.rowCount, k, targets, limits, searchLimitMs, seed }
  const explored = await explore(
    table,
    { ...course, efforts: grid ?? 'tuned', quantise: grid === null, budget: { durationMs, diskBytes } },
    { ...given, truth: truth.tuning },
  )

  ports.progress.phase('Comparing the finalists')
  await server.checkpoint()
  const chosen = explored.finalists
  const entered = withRules(finalistsWithExact(chosen, metric), ruleEntrants(explored.kept, targets, k))
  const rounds = { k, limitMs: searchLimitMs, seed, deadlineNs: deadlineOf('finals', startNs, options) }
  const finalists = await runFinals(table, entered, truth.reporting, rounds, given)
  const followed = laterIndexes(finalists, targets, seed)
  await dropKept(table, explored, followed)

  const findings = lookAtSearches(surroundings, followed)
  const contest = { explored, chosen, finalists, followed, builds: explored.builds, findings }
  return buildAgainBy('spread', surroundings, table, contest, startNs)
}

/** The contest with more builds of its finalists, as many as the time until the end of this part allows. */
export async function buildAgainBy(
  part: Part,
  { options, ports }: Surroundings,
  table: SearchedTable,
  contest: Contest,
  startNs: number,
): Promise<Contest> {
  ports.progress.phase('Building the finalists again')
  const order = byImportance(contest.finalists, options.targets, options.vectors.seed)
  const deadlineNs = deadlineOf(part, startNs, options)
  const given = stagePorts(ports)
  const builds = await buildFinalistsAgain(table, contest.builds, order, options.build, deadlineNs, given)
  return { ...contest, builds }
}

/** What only a rule asks for has been compared: what comes next needs the room. */
async function dropKept(
  table: SearchedTable,
  { kept, finalists }: Explored,
  followed: readonly TunedIndex[],
): Promise<void> {
  const needed = new Set([...finalists, ...followed].map(({ index }) => JSON.stringify(index)))
  const spare = kept.filter(({ index }) => !needed.has(JSON.stringify(index)))
  await dropIndexes(
    table,
    spare.map(({ index }) => indexName(table.table, index, 1)),
  )
}
