// The comment by which we know a database or role again as ours. A name alone proves nothing: anybody may use it.
import { z } from 'zod'
import type { ScratchRun } from './scratch-run.js'

const markerSchema = z.object({
  tool: z.literal('indexproof'),
  run: z.string(),
  token: z.string(),
  host: z.string(),
  pid: z.int(),
  created: z.string(),
  /** The object's own oid: a marker that was copied, or came with a template, names another. */
  oid: z.string(),
})
export type Marker = z.infer<typeof markerSchema>

export const markerText = ({ id, token, host, pid, created }: ScratchRun, oid: string): string =>
  JSON.stringify({ tool: 'indexproof', run: id, token, host, pid, created, oid } satisfies Marker)

/** Null for a comment that is none of ours. */
export function parseMarker(comment: string | null): Marker | null {
  if (comment === null) return null
  try {
    return markerSchema.safeParse(JSON.parse(comment)).data ?? null
  } catch {
    return null
  }
}
