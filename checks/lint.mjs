// Lints with types, and proves on a planted un-awaited promise that it does: it is the bug of a timing harness.
import { spawnSync } from 'node:child_process'
import { withPlanted } from './canary.mjs'

const OXLINT = ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']
const CANARY = 'src/measure/canary.ts'
const UNAWAITED = 'export const canary = (): void => {\n  Promise.resolve(1)\n}\n'

const { status } = spawnSync(process.execPath, OXLINT, { stdio: 'inherit' })
if (status !== 0) process.exit(1)
const planted = withPlanted({ [CANARY]: UNAWAITED }, () =>
  spawnSync(process.execPath, [...OXLINT, CANARY], { encoding: 'utf8' }),
)
if (planted.status === 0 || !planted.stdout.includes('no-floating-promises')) {
  process.stderr.write('a planted un-awaited promise was not caught\n')
  process.exit(1)
}
