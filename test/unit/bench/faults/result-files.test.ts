import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readResultFiles } from '../../../../bench/faults/result-files.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

async function results(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  return folder
}

describe('a folder of results, read from outside', () => {
  it('has runs with a result, runs with samples, and strays', async () => {
    const folder = await results({
      'a/result.json': '{}',
      'b/samples.ndjson': '{}\n',
      'c/report.md': '',
      '.d.1.partial/samples.ndjson': '{}\n',
    })
    expect(await readResultFiles(folder)).toEqual({
      runs: ['a', 'b'],
      results: 1,
      strays: ['.d.1.partial', 'c'],
      torn: [],
    })
  })

  it('tells of a result that was cut short', async () => {
    const folder = await results({ 'a/result.json': '{"queries": [', 'a/plans/q.json': '' })
    const torn = [...(await readResultFiles(folder)).torn]
    expect(torn.sort()).toEqual([
      `${folder}/a/plans/q.json:1 of 1 is not JSON`,
      `${folder}/a/result.json:1 of 1 is not JSON`,
    ])
  })

  it('forgives the last line of samples only', async () => {
    const cut = await results({ 'a/samples.ndjson': '{"n":1}\n{"n":2}\n{"n"' })
    expect((await readResultFiles(cut)).torn).toEqual([])
    const inside = await results({ 'a/samples.ndjson': '{"n":1}\n{"n"{"n":3}\n' })
    expect((await readResultFiles(inside)).torn).toEqual([`${inside}/a/samples.ndjson:2 of 2 is not JSON`])
  })
})
