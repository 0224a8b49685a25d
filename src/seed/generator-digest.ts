// What makes the rows of a dataset, as a digest: where it is the same, so are the rows and how they lie in their tables.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The same in the sources and in what is compiled of them. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const EXTENSION = extname(fileURLToPath(import.meta.url))

/** SHA-256, hex. The SQL of a dataset is not in it. */
export async function digestGenerator(dataset: string): Promise<string> {
  const hash = createHash('sha256')
  const folders = [`seeds/${dataset}`, 'seeds/lib', 'src/seed', 'src/postgres', 'src/server']
  for (const folder of folders) {
    const names = await readdir(join(ROOT, folder), { recursive: true })
    for (const name of names.filter((found) => extname(found) === EXTENSION).toSorted())
      hash.update(`${folder}/${name}\n`).update(await readFile(join(ROOT, folder, name)))
  }
  for (const name of ['src/experiment/database/seed-database', 'src/model/random'])
    hash.update(await readFile(join(ROOT, `${name}${EXTENSION}`)))
  return hash.digest('hex')
}
