// The words of the suite's command line.
import { parseArgs } from 'node:util'
import { drawCases } from './draw-cases.js'
import { parseCaseId, type FaultCase } from './fault-case.js'

export interface SuiteArguments {
  readonly cases: readonly FaultCase[]
  readonly startsAtOnce: number
  /** How many servers have their cases at the same time. */
  readonly jobs: number
  /** Cases were named: what their runs said is of interest. */
  readonly verbose: boolean
  /** File to write the results into; null for none. */
  readonly write: string | null
}

export const USAGE = `npm run faults -- [options]
  --server embedded,local,docker,url   where runs are disturbed
  --seed 1                  the same seed gives the same faults
  --signals 100             SIGINT and SIGTERM, once or twice      --kills 100            SIGKILL
  --lost-folders 20         results taken away under a run         --full-disks 20        needs the right to mount
  --hostile-names 20        folders named like SQL and shell       --torn-writes 200      SIGKILL while results are written
  --parallel-starts 1       so many times --starts-at-once 20
  --resumes 30              SIGINT or SIGKILL, and run --resume    --cuts 300             connections that break at a random byte
  --sqlstates 60            errors of the server at a random call  --terminates 30        sessions ended from outside
  --restarts 10             the server stops and comes back        --every-call 0         errors at call 1, 2, 3 … at most so many
  --jobs 1                  so many servers at the same time; times are less exact then
  --case <id>               this case alone, as its line named it, with what its runs said
  --write <file>            keep the results as markdown
Exit code: 0 when nothing was left, changed or wrong, else 1.
`

const count = (standard: string): { type: 'string'; default: string } => ({
  type: 'string',
  default: standard,
})

const OPTIONS = {
  server: count('embedded,local,docker,url'),
  seed: count('1'),
  signals: count('100'),
  kills: count('100'),
  'lost-folders': count('20'),
  'full-disks': count('20'),
  'hostile-names': count('20'),
  'torn-writes': count('200'),
  'parallel-starts': count('1'),
  'starts-at-once': count('20'),
  resumes: count('30'),
  cuts: count('300'),
  sqlstates: count('60'),
  'every-call': count('0'),
  terminates: count('30'),
  restarts: count('10'),
  jobs: count('1'),
  case: { type: 'string', multiple: true },
  write: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Null where help was asked for. Throws on what it does not know. */
export function parseArguments(words: readonly string[]): SuiteArguments | null {
  const { values } = parseArgs({ args: [...words], options: OPTIONS, strict: true })
  if (values.help) return null
  return {
    cases: values.case?.map(caseNamed) ?? drawCases(countsOf(values)),
    startsAtOnce: wholeNumber(values['starts-at-once']),
    jobs: wholeNumber(values.jobs),
    verbose: values.case !== undefined,
    write: values.write ?? null,
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

const countsOf = (values: Values): Parameters<typeof drawCases>[0] => ({
  seed: wholeNumber(values.seed),
  servers: values.server.split(','),
  counts: {
    signal: wholeNumber(values.signals),
    kill: wholeNumber(values.kills),
    'lost-folder': wholeNumber(values['lost-folders']),
    'full-disk': wholeNumber(values['full-disks']),
    'hostile-name': wholeNumber(values['hostile-names']),
    'parallel-starts': wholeNumber(values['parallel-starts']),
    resume: wholeNumber(values.resumes),
    cut: wholeNumber(values.cuts),
    sqlstate: wholeNumber(values.sqlstates),
    'every-call': wholeNumber(values['every-call']),
    terminate: wholeNumber(values.terminates),
    restart: wholeNumber(values.restarts),
  },
  tornWrites: wholeNumber(values['torn-writes']),
})

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Error(`"${text}" is not a whole number`)
}

function caseNamed(id: string): FaultCase {
  const named = parseCaseId(id)
  if (named === null) throw new Error(`"${id}" is no case: kind/server/seed/number, such as kill/local/1/7`)
  return named
}
