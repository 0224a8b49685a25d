// The published JSON Schemas (draft 2020-12), rendered from the types the code itself checks with.
import { z } from 'zod'
import { evidenceLineSchema } from '../model/evidence.js'
import { explanationsSchema } from '../model/explanations.js'
import { inspectionSchema } from '../model/inspection.js'
import { resultSchema } from '../model/result.js'
import { sweepResultSchema } from '../model/vectors/sweep-result.js'

/** schemas/result.schema.json: what result.json holds. */
export const renderJsonSchema = (): string => render(resultSchema, 'IndexProof result')

/** schemas/samples.schema.json: what each line of samples.ndjson holds. */
export const renderSampleSchema = (): string => render(evidenceLineSchema, 'IndexProof sample line')

/** schemas/inspection.schema.json: what `inspect --json` prints, and inspect-*.json of a run hold. */
export const renderInspectionSchema = (): string => render(inspectionSchema, 'IndexProof inspection')

/** schemas/explanations.schema.json: what `explain --json` prints. */
export const renderExplanationsSchema = (): string => render(explanationsSchema, 'IndexProof explanations')

/** schemas/sweep.schema.json: what sweep.json holds, and `sweep vectors --json` prints. */
export const renderSweepSchema = (): string => render(sweepResultSchema, 'IndexProof sweep')

function render(schema: z.ZodType, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' })
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`
}
