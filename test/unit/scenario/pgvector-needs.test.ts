import { describe, expect, it } from 'vitest'
import { pgvectorNeeds, settingNeeds } from '../../../src/scenario/pgvector-needs.js'
import { onlyStatement } from '../../support/only-statement.js'

const needs = async (sql: string): Promise<string[]> =>
  pgvectorNeeds(await onlyStatement(sql)).map(({ what, since }) => `${what} ${since}`)

describe('what of pgvector a statement uses', () => {
  it.each([
    ['create index on t using ivfflat (e vector_l2_ops)', ['access method ivfflat 0']],
    ['create index on t using hnsw (e vector_l2_ops)', ['access method hnsw 0.5.0']],
    [
      'create index on t using hnsw ((e::halfvec(3)) halfvec_l2_ops)',
      ['access method hnsw 0.5.0', 'operator class halfvec_l2_ops 0.7.0', 'type halfvec 0.7.0'],
    ],
    [
      'create index on t using hnsw ((binary_quantize(e)::bit(3)) public.bit_hamming_ops)',
      ['access method hnsw 0.5.0', 'operator class bit_hamming_ops 0.7.0', 'function binary_quantize 0.7.0'],
    ],
    [
      'create index on t using hnsw (e vector_l1_ops)',
      ['access method hnsw 0.5.0', 'operator class vector_l1_ops 0.7.0'],
    ],
    ["select '[1,2]'::public.vector(2)", ['type vector 0']],
    ["select sparsevec '{1:1}/3'", ['type sparsevec 0.7.0']],
    [
      'select b <~> $1 from t order by b operator(public.<%>) $1',
      ['operator <~> 0.7.0', 'operator <%> 0.7.0'],
    ],
    ['set hnsw.ef_search = 100', ['setting hnsw.ef_search 0.5.0']],
    ["set local hnsw.iterative_scan = 'strict_order'", ['setting hnsw.iterative_scan 0.8.0']],
    ['reset ivfflat.probes', ['setting ivfflat.probes 0']],
  ])('%s', async (sql, expected) => {
    expect((await needs(sql)).toSorted()).toEqual(expected.toSorted())
  })

  it.each([
    'create index hnsw on halfvec using gin (vector)',
    "select 'vector', vector, a <-> b from vector where hnsw = 'halfvec'::text",
    'set maintenance_work_mem = 1000',
  ])('is nothing where names only look like it: %s', async (sql) => {
    expect(await needs(sql)).toEqual([])
  })

  it.each([
    ['ivfflat.iterative_scan', '0.8.0'],
    ['HNSW.Max_Scan_Tuples', '0.8.0'],
    ['hnsw.ef_search', '0.5.0'],
    ['ivfflat.probes', '0'],
  ])('has the setting %s since %s', (name, since) => {
    expect(settingNeeds(name)).toEqual([{ what: `setting ${name}`, since }])
  })

  it.each(['work_mem', 'hnsw', 'app.hnsw', 'constructor.name'])('does not have the setting %s', (name) => {
    expect(settingNeeds(name)).toEqual([])
  })
})
