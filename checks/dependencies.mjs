// Checks the import rules, and the check: planted violations must be caught, or the rules have silently read nothing.
import { spawnSync } from 'node:child_process'
import { withPlanted } from './canary.mjs'

const CRUISE = [
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  '--config',
  '.dependency-cruiser.mjs',
]

/** By the rule that must catch it. */
const CANARIES = {
  'analyse-imports': ['src/analyse/canary.ts', "import '../postgres/session.js'\n"],
  'bench-imports': ['bench/canary.ts', "import '../src/postgres/session.js'\n"],
  'no-cycles': ['src/model/canary.ts', "import './canary.js'\n"],
  pure: ['src/report/canary.ts', "import 'node:fs'\n"],
  'one-importer-of-drivers': ['src/measure/canary.ts', "import '@electric-sql/pglite'\n"],
}

const cruise = () => spawnSync(process.execPath, [...CRUISE, 'src', 'seeds', 'bench'], { encoding: 'utf8' })

const { status, stdout, stderr } = cruise()
process.stdout.write(stdout)
process.stderr.write(stderr)
if (status !== 0) process.exit(1)
const planted = withPlanted(Object.fromEntries(Object.values(CANARIES)), cruise)
const missed = Object.keys(CANARIES).filter((rule) => !planted.stdout.includes(rule))
if (missed.length > 0) {
  process.stderr.write(`planted violations were not caught: ${missed.join(', ')}\n`)
  process.exit(1)
}
