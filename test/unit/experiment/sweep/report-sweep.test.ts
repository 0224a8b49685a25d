import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyseSweep } from '../../../../src/analyse/vectors/analyse-sweep.js'
import { isSweep, reportSweep } from '../../../../src/experiment/sweep/report-sweep.js'
import { writeSweep } from '../../../../src/experiment/sweep/write-sweep.js'
import { sweepEvidence } from '../../../support/sweep-evidence.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

async function sweptFolder(): Promise<string> {
  const folder = await temporaryFolder()
  await writeSweep(analyseSweep(sweepEvidence()), (file, text) => writeFile(join(folder, file), text))
  return folder
}

const readAll = async (folder: string): Promise<readonly (readonly [string, string])[]> =>
  Promise.all(
    (await readdir(folder))
      .sort()
      .map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const),
  )

describe('reporting a sweep again', () => {
  it('gives the same files, byte for byte, from sweep.json alone', async () => {
    const folder = await sweptFolder()
    const before = await readAll(folder)
    for (const file of ['sweep.md', 'sweep.svg', 'migration.sql']) await writeFile(join(folder, file), 'lost')
    expect(await isSweep(folder)).toBe(true)
    await reportSweep(folder)
    expect(await readAll(folder)).toEqual(before)
    expect(before).toHaveLength(4)
  })

  it('concludes anew: what sweep.json concludes does not count', async () => {
    const folder = await sweptFolder()
    const path = join(folder, 'sweep.json')
    const before = await readFile(path, 'utf8')
    await writeFile(path, JSON.stringify({ ...(JSON.parse(before) as object), advice: [], points: 'none' }))
    await reportSweep(folder)
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  it('tells what it cannot read', async () => {
    const folder = await sweptFolder()
    const path = join(folder, 'sweep.json')
    const stored = JSON.parse(await readFile(path, 'utf8')) as { evidence: object }
    for (const [content, message] of [
      ['{', /is damaged: it is no JSON/],
      [JSON.stringify({ ...stored, sweepVersion: 99 }), /is of version 99/],
      [JSON.stringify({ ...stored, evidence: { ...stored.evidence, run: {} } }), /is damaged: evidence\.run/],
    ] as const) {
      await writeFile(path, content)
      await expect(reportSweep(folder)).rejects.toMatchObject({
        exitCode: 2,
        message: expect.stringMatching(message) as string,
      })
    }
    expect(await isSweep(await temporaryFolder())).toBe(false)
  })
})
