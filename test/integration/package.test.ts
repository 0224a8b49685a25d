import { execFile } from 'node:child_process'
import { readFile, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { resultSchema } from '../../src/model/result.js'
import { TEST_CACHE } from '../support/run-scenario.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { tinyScenario } from '../support/tiny-scenario.js'

const run = promisify(execFile)

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

describe('the package', () => {
  it('has everything a run needs, and no script that runs when it is installed', async () => {
    const folder = await temporaryFolder()
    const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
    const { stdout } = await run('npm', words)
    const [packed] = JSON.parse(stdout) as Packed[]
    if (packed === undefined) throw new Error('npm pack made nothing')
    expect(packed.files.map(({ path }) => path).filter((path) => /^(test|bench|src)\//.test(path))).toEqual(
      [],
    )
    await run('tar', ['-xzf', join(folder, packed.filename), '-C', folder])
    const manifest = JSON.parse(await readFile(join(folder, 'package/package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([])
    await symlink(resolve('node_modules'), join(folder, 'package/node_modules'))

    const command = join(folder, 'package/dist/src/cli/main.js')
    const scenario = await tinyScenario()
    const finished = await run(
      process.execPath,
      [command, 'run', scenario, '--scale', '1000', '--budget', '2s', '--json'],
      { cwd: folder, env: { ...process.env, XDG_CACHE_HOME: TEST_CACHE } },
    )
    expect(resultSchema.parse(JSON.parse(finished.stdout)).queries).toHaveLength(2)
    for (const file of ['server/local/supervisor.mjs', 'server/docker/supervisor.mjs']) {
      expect(packed.files.map(({ path }) => path)).toContain(`dist/src/${file}`)
    }
  })
})
