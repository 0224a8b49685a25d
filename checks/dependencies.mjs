// Checks the import rules, and the check: a planted violation must be caught, or the rules have silently read nothing.
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'

const CRUISE = [
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  '--config',
  '.dependency-cruiser.mjs',
]

/** Each file breaks the rule it is named for. */
const CANARIES = {
  'analyse-imports': ['src/analyse/canary.ts', "import '../postgres/session.js'\n"],
  'no-cycles': ['src/model/canary.ts', "import './canary.js'\n"],
  pure: ['src/report/canary.ts', "import 'node:fs'\n"],
  'one-importer-of-drivers': ['src/measure/canary.ts', "import '@electric-sql/pglite'\n"],
}

function cruise() {
  try {
    return {
      failed: false,
      output: execFileSync(process.execPath, [...CRUISE, 'src', 'seeds'], { encoding: 'utf8' }),
    }
  } catch (error) {
    return { failed: true, output: String(error.stdout) }
  }
}

function checkCanaries() {
  const paths = Object.values(CANARIES).map(([path]) => path)
  try {
    for (const [path, text] of Object.values(CANARIES)) writeFileSync(path, text)
    const { output } = cruise()
    return Object.keys(CANARIES).filter((rule) => !output.includes(rule))
  } finally {
    for (const path of paths) rmSync(path, { force: true })
  }
}

const { failed, output } = cruise()
process.stdout.write(output)
const blind = failed ? [] : checkCanaries()
if (blind.length > 0) process.stderr.write(`planted violations were not caught: ${blind.join(', ')}\n`)
process.exit(failed || blind.length > 0 ? 1 : 0)
