// Where the package is installed: its SQL files are read from there, by the sources and by the compiled code alike.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environmentError } from './errors.js'

/** The nearest folder above this file with the package.json of indexproof. */
export async function packageRoot(): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!(await isPackageRoot(folder))) {
    const parent = dirname(folder)
    if (parent === folder) {
      throw environmentError(
        'The installation of indexproof is incomplete: its package.json was not found.',
        {
          hint: 'Install the package again.',
        },
      )
    }
    folder = parent
  }
  return folder
}

async function isPackageRoot(folder: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    return (
      typeof manifest === 'object' &&
      manifest !== null &&
      'name' in manifest &&
      manifest.name === 'indexproof'
    )
  } catch {
    return false
  }
}
