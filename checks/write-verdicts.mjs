// Writes docs/verdicts.md from results/published/*/result.json, with the built code: npm run verdicts
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { resultSchema } from '../dist/src/model/result.js'
import { renderVerdicts } from '../dist/src/report/verdicts-page.js'

const published = new URL('../results/published/', import.meta.url)
const runs = (await readdir(published, { withFileTypes: true })).filter((entry) => entry.isDirectory())
if (runs.length === 0) throw new Error('no run is published: results/published/README.md says how')
const results = runs.map(async ({ name }) => {
  const text = await readFile(new URL(`${name}/result.json`, published), 'utf8')
  return resultSchema.parse(JSON.parse(text))
})
await writeFile(new URL('../docs/verdicts.md', import.meta.url), renderVerdicts(await Promise.all(results)))
