// The commands and their options. Each command's code is loaded when it is called: --help must not wait for a database.
import { Command, CommanderError, Option } from 'commander'
import { EXIT, usageError } from '../model/errors.js'
import { EXTENSIONS } from '../model/dataset.js'
import { planChoiceSchema } from '../model/plan-mode.js'
import { VECTOR_FILE_FORMATS } from '../model/vectors/vector-source.js'
import type { CleanArguments } from './commands/clean.js'
import type { DoctorArguments } from './commands/doctor.js'
import type { ExplainArguments } from './commands/explain.js'
import type { InspectArguments } from './commands/inspect.js'
import { READ_FORMATS } from './read-arguments.js'
import type { RunArguments } from './run-arguments.js'
import type { SweepArguments } from './sweep-arguments.js'
import {
  addAddressOptions,
  addGuardOptions,
  addServerOptions,
  refuseForeignOptions,
  serverKindOption,
} from './server-settings.js'
import type { Terminal } from './terminal.js'

export const DEFAULT_SCENARIO = 'chat'

const EXIT_CODES = `
Exit codes: 0 fine · 1 a claim was refuted, or --fail-on-harm found harm · 2 usage or input · 3 environment · 4 the run broke
            5 refused by a safety guard · 70 bug · 129/130/143 interrupted, after cleaning up`

export function buildProgram(terminal: Terminal, version: string): Command {
  const program = new Command('indexproof')
    .description(
      'Measures what an index migration does to PostgreSQL, and says whether the claimed speed-up is true.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({ writeOut: terminal.print, writeErr: () => {} })
    .exitOverride(asUsageError)
    .showHelpAfterError(false)
    .addHelpText('after', EXIT_CODES)
  addRun(program, terminal)
  addSweep(program, terminal)
  addList(program, terminal)
  addReport(program, terminal)
  addDoctor(program, terminal)
  addInspect(program, terminal)
  addExplain(program, terminal)
  addClean(program, terminal)
  return program
}

function addRun(program: Command, terminal: Terminal): void {
  const run = program
    .command('run', { isDefault: true })
    .description('seed, migrate, measure and judge (the default command)')
    .argument('[scenario...]', 'names of scenarios, or paths of their folders', [DEFAULT_SCENARIO])
    .addOption(serverKindOption().default('embedded'))
    .option('--scale <size>', 'small, medium, large, or rows of the main table (5000, 200k, 1M)', 'small')
    .option('--seed <integer>', 'the same seed gives the same data and the same random choices', '1')
    .option(
      '--budget <duration>',
      'time for measuring: 500ms, 45s, 5m (default: 45s, with more than eleven queries 4s for each)',
    )
    .option(
      '--price-budget <duration>',
      'time for the writes of the price phase: a third of --budget if not given',
    )
    .option('--no-price', 'do not measure what the migration costs writes')
    .option(
      '--statement-timeout <duration>',
      'time for one execution while measuring: a longer one counts as at least so long',
      '30s',
    )
    .option('--time-limit <duration>', 'time for the whole run, seeding and building included', '6h')
    .addOption(
      new Option('--arms <which>', 'aa measures the database without the migration against itself')
        .choices(['migration', 'aa'])
        .default('migration'),
    )
    .addOption(
      new Option(
        '--plan-mode <mode>',
        'how plans are made for all queries; compare measures custom and generic',
      ).choices([...planChoiceSchema.options]),
    )
    .option('--clones', 'give each arm a database of its own instead of toggling indexes in one', false)
    .addOption(
      new Option(
        '--attribution <when>',
        'leave indexes out one by one: auto takes at most half of the budget',
      )
        .choices(['auto', 'on', 'off'])
        .default('auto'),
    )
    .option('--resume <run>', 'go on with an interrupted run where it stopped')
    .addOption(
      new Option(
        '--without <extension>',
        'leave out what of a scenario needs it; the report lists it',
      ).choices([...EXTENSIONS]),
    )
    .option('--fresh', 'seed anew, though an earlier run kept a database with the same data', false)
    .option('--out <folder>', 'folder that results are written into', 'results')
    .option('--json', 'print result.json on standard output, and nothing else there', false)
    .option('--no-progress', 'say nothing while it runs')
  addServerOptions(run).action(
    async (scenarios: string[], options: Omit<RunArguments, 'scenarios'>, command: Command) => {
      if (options.resume === undefined) refuseForeignOptions(command, options.server, [])
      else refuseFixed(command)
      const { runCommand } = await import('./commands/run.js')
      process.exitCode = await runCommand({ scenarios, ...options }, terminal)
    },
  )
}

/** What a run is, is decided when it starts. */
const FIXED = [
  'server',
  'scale',
  'seed',
  'budget',
  'price',
  'priceBudget',
  'statementTimeout',
  'arms',
  'planMode',
  'clones',
  'attribution',
]

function refuseFixed(command: Command): void {
  const given = FIXED.find((option) => command.getOptionValueSource(option) === 'cli')
  const extra =
    command.args.length > 0 ? 'a scenario' : given === undefined ? undefined : longName(command, given)
  if (extra === undefined) return
  throw usageError(`--resume goes on with the run as it was started: ${extra} cannot be given`, {
    hint: 'Leave it out, or start a new run',
  })
}

const longName = (command: Command, attribute: string): string | undefined =>
  command.options.find((option) => option.attributeName() === attribute)?.long

function addSweep(program: Command, terminal: Terminal): void {
  const vectors = program
    .command('sweep')
    .description('find the index and the settings that are best')
    .command('vectors')
    .description('IVFFlat, HNSW and the exact scan, tuned to the same recall and compared')
    .argument('[source]', 'a file of vectors (.fvecs, .bvecs, .npy, raw float32), or synthetic')
    .option('--file <path>', 'the file, if not given as the source')
    .addOption(
      new Option('--format <format>', 'of the file, where its name does not say it').choices([
        ...VECTOR_FILE_FORMATS,
      ]),
    )
    .option('--query <select>', 'vectors of a database: a SELECT that gives a column embedding; read only')
    .option(
      '--scenario <name>',
      'vectors and tenants that this scenario searches: chat, assistant-platform, …',
    )
    .option('--scale <size>', 'of the scenario, as for run (small)')
    .option('--rows <count>', 'synthetic: rows (20k); else only so many, drawn evenly (a query: 100k)')
    .option('--dimensions <count>', 'of synthetic vectors (384) and of raw files')
    .addOption(
      new Option('--metric <metric>', 'how far apart two vectors are')
        .choices(['cosine', 'l2', 'ip'])
        .default('cosine'),
    )
    .option('--k <count>', 'neighbours asked for: the LIMIT', '10')
    .option('--targets <recalls>', 'recall that settings are tuned to', '0.9,0.95,0.99')
    .option('--queries <count>', 'held out to tune with, and as many to report', '200')
    .option(
      '--grid <settings>',
      'measure these instead of tuning: "lists=100,316 probes=1,10 m=16 … iterative=off,relaxed_order"',
    )
    .option('--seed <integer>', 'the same seed gives the same data and the same random choices', '1')
    .addOption(serverKindOption().default('embedded'))
    .option('--budget <duration>', 'time for everything after loading', '20m')
    .option(
      '--disk-budget <size>',
      'room for indexes that stand side by side (default: 512MB embedded, 4GB elsewhere)',
    )
    .option(
      '--build-memory <size>',
      'maintenance_work_mem of builds (default: 128MB embedded, 512MB elsewhere)',
    )
    .option('--statement-timeout <duration>', 'time for one search', '30s')
    .option('--time-limit <duration>', 'time for the whole sweep', '6h')
    .option('--no-filters', 'do not measure searches under filters')
    .option('--no-life', 'do not follow the indexes through growth, deletes and rebuilds')
    .option('--fail-on-harm', 'exit with 1 where a plan loses recall and saves nothing', false)
    .option('--out <folder>', 'folder that results are written into', 'results')
    .option('--json', 'print sweep.json on standard output, and nothing else there', false)
    .option('--no-progress', 'say nothing while it runs')
  addServerOptions(vectors).action(
    async (source: string | undefined, options: Omit<SweepArguments, 'source'>, command: Command) => {
      // With a query they say where its database is.
      refuseForeignOptions(command, options.server, options.query === undefined ? [] : ['url'])
      const { sweepCommand } = await import('./commands/sweep.js')
      process.exitCode = await sweepCommand({ source, ...options }, terminal)
    },
  )
}

function addList(program: Command, terminal: Terminal): void {
  program
    .command('list')
    .description('list the scenarios that come with indexproof')
    .option('--json', 'as JSON', false)
    .action(async (options: { json: boolean }) => {
      const { listCommand } = await import('./commands/list.js')
      await listCommand(options, terminal)
    })
}

function addReport(program: Command, terminal: Terminal): void {
  program
    .command('report')
    .description('conclude again from the samples of a run or the evidence of a sweep; needs no database')
    .argument('<run>', 'folder of a run or a sweep, or its name in the folder of results')
    .option('--out <folder>', 'folder of results that a name is looked up in', 'results')
    .option('--json', 'print result.json, or sweep.json, on standard output, and nothing else there', false)
    .action(async (run: string, options: { out: string; json: boolean }) => {
      const { reportCommand } = await import('./commands/report.js')
      process.exitCode = await reportCommand({ run, ...options }, terminal)
    })
}

function addDoctor(program: Command, terminal: Terminal): void {
  const doctor = program
    .command('doctor')
    .description('say of each server whether a run can start on it, and what to do where not')
    .addOption(serverKindOption())
    .option('--json', 'as JSON', false)
  addServerOptions(doctor).action(async (options: DoctorArguments) => {
    const { doctorCommand } = await import('./commands/doctor.js')
    process.exitCode = await doctorCommand(options, terminal)
  })
}

function addInspect(program: Command, terminal: Terminal): void {
  const inspect = program
    .command('inspect')
    .description('look at indexes, foreign keys, sizes, cache, dead rows and connections of any database')
  addReadOptions(addAddressOptions(inspect)).action(async (options: InspectArguments) => {
    const { inspectCommand } = await import('./commands/inspect.js')
    await inspectCommand(options, terminal)
  })
}

function addExplain(program: Command, terminal: Terminal): void {
  const explain = program
    .command('explain')
    .description('show the plans of your queries on any database, in a read-only transaction')
    .requiredOption(
      '--queries <folder>',
      'one query in each .sql file; <name>.parameters.json or .parameters.sql beside it gives $1, $2, …',
    )
    .option('--analyze', 'execute them too, but those that change data', false)
  addReadOptions(addGuardOptions(addAddressOptions(explain), 'analyze')).action(
    async (options: ExplainArguments) => {
      const { explainCommand } = await import('./commands/explain.js')
      process.exitCode = await explainCommand(options, terminal)
    },
  )
}

/** Of the commands that read a database of the user's. */
const addReadOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--format <format>', 'how it is printed').choices([...READ_FORMATS]).default('text'),
    )
    .option('--json', 'the same as --format json', false)
    .option('--statement-timeout <duration>', 'time for one statement there', '30s')

function addClean(program: Command, terminal: Terminal): void {
  const clean = program
    .command('clean')
    .description(
      'list what killed runs left on servers and seeded databases kept for later runs, and remove it',
    )
    .addOption(serverKindOption())
    .option('--dry-run', 'only list', false)
  addServerOptions(clean).action(async (options: CleanArguments) => {
    const { cleanCommand } = await import('./commands/clean.js')
    process.exitCode = await cleanCommand(options, terminal)
  })
}

/** Commander has printed help and version itself; its other exits are mistakes in the arguments. */
function asUsageError(error: CommanderError): never {
  if (error.exitCode === EXIT.ok) throw error
  throw usageError(error.message.replace(/^error: /, ''), {
    hint: 'indexproof --help shows what there is',
    cause: error,
  })
}
