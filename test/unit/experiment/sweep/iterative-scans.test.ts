import { describe, expect, it } from 'vitest'
import { requireIterativeScans } from '../../../../src/experiment/sweep/iterative-scans.js'

describe('iterative scans of a grid', () => {
  it('are refused where pgvector has none, before anything is built', () => {
    const grid = { iterative: ['off', 'relaxed_order'] } as const
    expect(() => requireIterativeScans({ pgvector: '0.7.4' }, grid)).toThrow(
      '--grid: iterative=relaxed_order needs pgvector 0.8; the server has 0.7.4',
    )
    expect(() => requireIterativeScans({ pgvector: '0.8.0' }, grid)).not.toThrow()
  })

  it('are no matter where none is asked for', () => {
    expect(() => requireIterativeScans({ pgvector: '0.7.4' }, { iterative: ['off'] })).not.toThrow()
    expect(() => requireIterativeScans({ pgvector: '0.7.4' }, null)).not.toThrow()
  })
})
