// Writes the published JSON Schemas from the built code: npm run schemas
import { writeFile } from 'node:fs/promises'
import {
  renderExplanationsSchema,
  renderInspectionSchema,
  renderJsonSchema,
  renderSampleSchema,
  renderSweepSchema,
} from '../dist/src/report/json-schema.js'

const folder = new URL('../schemas/', import.meta.url)
await writeFile(new URL('result.schema.json', folder), renderJsonSchema())
await writeFile(new URL('samples.schema.json', folder), renderSampleSchema())
await writeFile(new URL('inspection.schema.json', folder), renderInspectionSchema())
await writeFile(new URL('explanations.schema.json', folder), renderExplanationsSchema())
await writeFile(new URL('sweep.schema.json', folder), renderSweepSchema())
