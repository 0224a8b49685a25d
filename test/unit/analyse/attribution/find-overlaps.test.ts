import { describe, expect, it } from 'vitest'
import { findOverlaps } from '../../../../src/analyse/attribution/find-overlaps.js'
import type { IndexShape } from '../../../../src/model/index-facts.js'
import { indexShape } from '../../../support/index-shape.js'

const found = (...shapes: IndexShape[]): readonly string[] =>
  findOverlaps(shapes).map(({ kind, index, of }) => `${index} ${kind} ${of}`)

describe('a duplicate', () => {
  it('is the younger of two indexes with the same definition', () => {
    expect(found(indexShape('old', ['a', 'b']), indexShape('new', ['a', 'b']))).toEqual([
      'public.new duplicate public.old',
    ])
  })

  it('is the one that enforces nothing, whichever came first', () => {
    const unique = indexShape('unique', ['a'], { unique: true })
    expect(found(indexShape('plain', ['a']), unique)).toEqual(['public.plain duplicate public.unique'])
    const constraint = indexShape('key', ['a'], { unique: true, constraint: 'key' })
    expect(found(unique, constraint)).toEqual(['public.unique duplicate public.key'])
  })

  it.each<[string, IndexShape, IndexShape]>([
    ['another order', indexShape('x', ['a desc']), indexShape('y', ['a'])],
    ['another predicate', indexShape('x', ['a'], { predicate: '(b > 0)' }), indexShape('y', ['a'])],
    ['another table', indexShape('x', ['a'], { table: 'public.users' }), indexShape('y', ['a'])],
    ['another method', indexShape('x', ['a'], { method: 'gin' }), indexShape('y', ['a'])],
    [
      'other parameters of an approximate index',
      indexShape('x', ['a'], { method: 'ivfflat', parameters: ['lists=10'] }),
      indexShape('y', ['a'], { method: 'ivfflat', parameters: ['lists=100'] }),
    ],
    ['an invalid twin', indexShape('x', ['a'], { valid: false }), indexShape('y', ['a'])],
  ])('is none with %s', (_, one, other) => {
    expect(found(one, other)).toEqual([])
  })

  it('is one with other included columns in another order, or another fill factor', () => {
    const one = indexShape('x', ['a'], { included: ['b', 'c'], parameters: ['fillfactor=70'] })
    expect(found(one, indexShape('y', ['a'], { included: ['c', 'b'] }))).toEqual([
      'public.y duplicate public.x',
    ])
  })
})

describe('a prefix', () => {
  it('begins another B-tree that holds the same rows', () => {
    expect(found(indexShape('short', ['a']), indexShape('long', ['a', 'b']))).toEqual([
      'public.short prefix public.long',
    ])
    expect(found(indexShape('short', ['b']), indexShape('long', ['a', 'b']))).toEqual([])
    expect(found(indexShape('short', ['a']), indexShape('long', ['a', 'b'], { predicate: 'c' }))).toEqual([])
  })

  it('is none where it includes a column that the other lacks, or enforces uniqueness', () => {
    const long = indexShape('long', ['a', 'b'])
    expect(found(indexShape('short', ['a'], { included: ['c'] }), long)).toEqual([])
    expect(found(indexShape('short', ['a'], { included: ['b'] }), long)).toEqual([
      'public.short prefix public.long',
    ])
    expect(found(indexShape('short', ['a'], { unique: true }), long)).toEqual([])
  })

  it('is one of an index with the same keys that includes more', () => {
    expect(found(indexShape('bare', ['a']), indexShape('covering', ['a'], { included: ['b'] }))).toEqual([
      'public.bare prefix public.covering',
    ])
  })
})
