// pgbench, PostgreSQL's own benchmark program: one client, prepared statements, one statement again and again.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Address } from '../../src/model/address.js'
import { clientEnvironment } from './client-environment.js'

export interface PgbenchPlan {
  /** The program itself. */
  readonly program: string
  readonly address: Address
  /** One statement; `:name` is a parameter. */
  readonly sql: string
  readonly parameters: Readonly<Record<string, string>>
  readonly transactions: number
  /** Of its session. */
  readonly settings: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** Latency of each transaction in microseconds, in their order, as pgbench's log has them. */
export async function runPgbench(plan: PgbenchPlan): Promise<readonly number[]> {
  const { program, address, sql, parameters, transactions, settings, signal } = plan
  const folder = await mkdtemp(join(tmpdir(), 'indexproof-pgbench-'))
  try {
    await writeFile(join(folder, 'script.sql'), `${sql};\n`)
    const words = ['-n', '-M', 'prepared', '-c', '1', '-t', String(transactions), '-f', 'script.sql']
    const given = Object.entries(parameters).flatMap(([name, value]) => ['-D', `${name}=${value}`])
    const env = { ...process.env, ...clientEnvironment(address, settings) }
    await promisify(execFile)(program, [...words, ...given, '--log'], { cwd: folder, env, signal })
    const logs = (await readdir(folder)).filter((name) => name.startsWith('pgbench_log.'))
    const texts = await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8')))
    return texts.flatMap(latencies)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Lines are: client, transaction, latency in microseconds, script, seconds, microseconds. */
const latencies = (log: string): readonly number[] =>
  log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number(line.split(' ')[2]))
