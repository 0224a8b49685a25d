// The version in package.json.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../model/package-root.js'

export async function toolVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(await packageRoot(), 'package.json'), 'utf8')) as {
    version: string
  }
  return manifest.version
}
