import { expect, it } from 'vitest'
import { newRunId } from '../../../../src/experiment/folder/run-id.js'

it('a run is called by its start and subject, and differs from others of the same millisecond', () => {
  const startedAt = '2026-01-02T03:04:05.678Z'
  const ids = Array.from({ length: 20 }, () => newRunId(startedAt, 'chat-embedded'))
  for (const id of ids) expect(id).toMatch(/^2026-01-02T03-04-05-678Z-chat-embedded-[0-9a-f]{4}$/)
  // Of 65,536: that all 20 are one is not to be expected before the end of the world.
  expect(new Set(ids).size).toBeGreaterThan(1)
})
