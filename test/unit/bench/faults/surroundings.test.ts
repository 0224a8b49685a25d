import { describe, expect, it } from 'vitest'
import { compareSnapshots, joinSurroundings, type Snapshot } from '../../../../bench/faults/surroundings.js'

const snapshot = (ours: readonly string[], neighbours: Snapshot['neighbours'] = {}): Snapshot => ({
  ours,
  neighbours,
})

describe('what a fault did to its surroundings', () => {
  it('is what came and stayed, and not what was there before or went', () => {
    const { left } = compareSnapshots(snapshot(['old', 'going']), snapshot(['old', 'new']))
    expect(left).toEqual(['new'])
  })

  it('is every neighbour that is other than before, new or gone', () => {
    const before = snapshot([], { same: '1', other: '1', gone: '1' })
    const after = snapshot([], { same: '1', other: '2', new: '1' })
    expect(compareSnapshots(before, after).changed).toEqual(['other', 'gone', 'new'])
  })

  it('is looked at in several places at once', async () => {
    const place = (one: Snapshot): { snapshot: () => Promise<Snapshot> } => ({
      snapshot: () => Promise.resolve(one),
    })
    const joined = joinSurroundings([place(snapshot(['a'], { x: '1' })), place(snapshot(['b'], { y: '2' }))])
    expect(await joined.snapshot()).toEqual(snapshot(['a', 'b'], { x: '1', y: '2' }))
  })
})
