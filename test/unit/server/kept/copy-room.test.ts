import { describe, expect, it } from 'vitest'
import { requireCopyRoom } from '../../../../src/server/kept/copy-room.js'

const MB = 2 ** 20

describe('keeping an embedded database', () => {
  it('goes where four copies fit into free memory', () => {
    expect(() => requireCopyRoom(100 * MB, 400 * MB)).not.toThrow()
  })

  it('is refused where they do not, with what it takes and what there is', () => {
    expect(() => requireCopyRoom(101 * MB, 400 * MB)).toThrow(
      'copying it takes 404 MB of memory, and 400 MB are free',
    )
  })
})
