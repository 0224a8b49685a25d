// How long it takes to attribute a migration of many indexes, and whether planted ones are named for what they are.
// npm run attribution -- --indexes 55 [options of indexproof run]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resultSchema, type Result } from '../../src/model/result.js'
import { plantIndexes } from './planted-indexes.js'
import { renderFindings } from './render-findings.js'
import { writeScenario } from './scenario-folder.js'

/** Of the scenario's own. */
const OWN_INDEXES = 12

const words = process.argv.slice(2)
const place = words.indexOf('--indexes')
const total = place < 0 ? 55 : Number(words[place + 1])
const options = place < 0 ? words : words.toSpliced(place, 2)
const planted = plantIndexes(total - OWN_INDEXES)

const folder = await mkdtemp(join(tmpdir(), 'indexproof-attribution-'))
try {
  await writeScenario(join(folder, 'many-indexes'), planted)
  const startMs = performance.now()
  await indexproof([
    'run',
    '--fresh',
    join(folder, 'many-indexes'),
    '--attribution',
    'on',
    '--out',
    join(folder, 'results'),
    ...options,
  ])
  const findings = renderFindings(
    planted,
    await readResult(join(folder, 'results')),
    performance.now() - startMs,
  )
  process.stdout.write(findings)
} finally {
  if (process.env['KEEP'] === undefined) await rm(folder, { recursive: true, force: true })
  else process.stderr.write(`${folder}\n`)
}

async function indexproof(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['dist/src/cli/main.js', ...args], { stdio: 'inherit' })
  const [exitCode] = (await once(child, 'exit')) as [number | null]
  // 1: a claim was refuted, which is none of this bench's business.
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`indexproof ended with ${exitCode}`)
}

async function readResult(results: string): Promise<Result> {
  const [run] = await readdir(results)
  return resultSchema.parse(JSON.parse(await readFile(join(results, run ?? '', 'result.json'), 'utf8')))
}
