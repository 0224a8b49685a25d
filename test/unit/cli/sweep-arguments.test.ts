import { describe, expect, it } from 'vitest'
import { parseSweepArguments, type SweepArguments } from '../../../src/cli/sweep-arguments.js'
import { sweepCommandLine } from '../../../src/cli/sweep-command-line.js'

const given: SweepArguments = {
  metric: 'cosine',
  k: '10',
  targets: '0.9,0.95,0.99',
  queries: '200',
  seed: '1',
  server: 'embedded',
  image: 'pgvector/pgvector:pg17',
  allowHost: [],
  allowBusy: false,
  budget: '20m',
  statementTimeout: '30s',
  timeLimit: '6h',
  filters: true,
  life: true,
  failOnHarm: false,
  out: 'results',
  json: false,
  progress: true,
}

describe('the arguments of sweep vectors', () => {
  it('become numbers once', () => {
    expect(parseSweepArguments(given)).toMatchObject({
      source: { kind: 'synthetic', rows: 20_000, dimensions: 384 },
      k: 10,
      targets: [0.9, 0.95, 0.99],
      queries: 200,
      budget: 1_200_000,
      diskBudget: null,
      buildMemory: null,
      grid: null,
    })
  })

  it('name a file by its source or by --file, and its format by its name', () => {
    const file = { kind: 'file', path: 'x.npy', format: 'npy', dimensions: null, sample: null }
    expect(parseSweepArguments({ ...given, source: 'x.npy' }).source).toEqual(file)
    expect(parseSweepArguments({ ...given, file: 'x.npy', rows: '5k' }).source).toEqual({
      ...file,
      sample: 5000,
    })
  })

  it('take a raw file with its dimensions alone', () => {
    expect(() => parseSweepArguments({ ...given, file: 'x.bin' })).toThrow('--dimensions has to say')
    expect(parseSweepArguments({ ...given, file: 'x.bin', dimensions: '384' }).source).toMatchObject({
      format: 'raw',
      dimensions: 384,
    })
  })

  it('take a scenario at the scale that run would', () => {
    const chat = { kind: 'scenario', scenario: 'chat', scale: 'small', sample: null }
    expect(parseSweepArguments({ ...given, scenario: 'chat' }).source).toEqual(chat)
    const settings = parseSweepArguments({ ...given, scenario: 'chat', scale: '200k', rows: '5k' })
    expect(settings.source).toEqual({ ...chat, scale: '200k', sample: 5000 })
    expect(sweepCommandLine(settings)).toContain('sweep vectors --scenario chat --scale 200k --rows 5000 ')
    expect(() => parseSweepArguments({ ...given, scale: 'small' })).toThrow(
      '--scale is for a --scenario alone',
    )
    expect(() => parseSweepArguments({ ...given, scenario: 'chat', dimensions: '8' })).toThrow('--dimensions')
    expect(() => parseSweepArguments({ ...given, scenario: 'chat', query: 'select 1' })).toThrow(
      'exclude each other',
    )
  })

  it('take a query, and sample it', () => {
    expect(parseSweepArguments({ ...given, query: 'select embedding from documents' }).source).toEqual({
      kind: 'query',
      sql: 'select embedding from documents',
      sample: 100_000,
    })
  })

  it.each([
    [{ file: 'x.npy', query: 'select 1' }, /exclude each other/],
    [{ source: 'vectors.txt' }, /does not say what it holds/],
    [{ file: 'x.npy', dimensions: '384' }, /--dimensions is for synthetic vectors and raw files alone/],
    [{ format: 'npy' }, /--format is for a file alone/],
    [{ query: 'select 1', dimensions: '384' }, /--dimensions is for/],
    [{ k: '0' }, /--k "0": expected a number above zero/],
    [{ k: '2000' }, /--k "2000": expected at most 1000/],
    [{ targets: '0.9,1' }, /--targets "0.9,1": expected recalls/],
    [{ targets: '' }, /--targets "": expected recalls/],
    [{ queries: '5' }, /--queries "5": expected at least 10/],
    [{ diskBudget: '4' }, /--disk-budget "4": expected a size/],
    [{ buildMemory: '0MB' }, /--build-memory "0MB": expected a size/],
    [{ rows: 'many' }, /--rows "many": expected a number/],
    [{ failOnHarm: true, filters: false }, /--fail-on-harm looks at searches under filters/],
    [{ grid: 'lists=100' }, /--grid: lists and probes belong together/],
  ])('%j is refused with what was expected', (changes, message) => {
    expect(() => parseSweepArguments({ ...given, ...changes })).toThrow(message)
  })
})

describe('--grid', () => {
  const gridOf = (grid: string) => parseSweepArguments({ ...given, grid }).grid

  it('is all combinations of settings', () => {
    expect(
      gridOf('lists=100,316 probes=1,10 m=16 ef_construction=64 ef_search=40 type=vector,halfvec'),
    ).toEqual({
      lists: [100, 316],
      probes: [1, 10],
      m: [16],
      efConstruction: [64],
      efSearch: [40],
      representations: ['vector', 'halfvec'],
      iterative: ['off'],
    })
  })

  it('is with every iterative scan that is named', () => {
    const both = gridOf('lists=100 probes=1 iterative=off,relaxed_order')
    expect(both?.iterative).toEqual(['off', 'relaxed_order'])
    const graphs = gridOf('m=16 ef_construction=64 ef_search=40 iterative=strict_order')
    expect(graphs?.iterative).toEqual(['strict_order'])
    const lists = gridOf('lists=100 probes=1 iterative=strict_order,relaxed_order')
    expect(lists?.iterative).toEqual(['strict_order', 'relaxed_order'])
  })

  it.each([
    ['', 'is no setting'],
    ['lists', 'is no setting'],
    ['toString=1', 'is no setting'],
    ['lists=0 probes=1', 'lists=0: expected a whole number from 1 to 32768'],
    ['lists=1 lists=2 probes=1', 'lists is there twice'],
    ['m=16 ef_search=40', 'belong together'],
    ['type=vector', 'there is neither lists nor m'],
    ['lists=1 probes=1 type=float', 'type=float: expected vector, halfvec, bit'],
    ['lists=1 probes=1 iterative=on', 'iterative=on: expected off, strict_order, relaxed_order'],
    ['iterative=off', 'there is neither lists nor m'],
    [
      'lists=1 probes=1 iterative=strict_order',
      'IVFFlat has no strict_order: with lists, iterative needs off or relaxed_order too',
    ],
  ])('%j is refused', (grid, message) => {
    expect(() => gridOf(grid)).toThrow(message)
  })
})

describe('the command that repeats a sweep', () => {
  it('has every choice, quoted for a shell', () => {
    const line = sweepCommandLine(
      parseSweepArguments({
        ...given,
        file: "it's.npy",
        grid: 'lists=100 probes=1',
        life: false,
        diskBudget: '4GB',
      }),
    )
    expect(line).toContain(String.raw`--file 'it'\''s.npy' --format npy`)
    expect(line).toContain("--grid 'lists=100 probes=1 type=vector'")
    expect(line).toContain('--disk-budget 4096MB')
    expect(line).toContain('--no-life')
  })

  it('has the iterative scans of a grid, so that it measures the same again', () => {
    const grid = 'm=16 ef_construction=64 ef_search=40 type=vector iterative=off,strict_order'
    const settings = parseSweepArguments({ ...given, grid })
    expect(sweepCommandLine(settings)).toContain(`--grid '${grid}'`)
  })

  it('does not repeat a URL', () => {
    const line = sweepCommandLine(
      parseSweepArguments({ ...given, query: 'select 1', url: 'postgres://u:secret@h/d' }),
    )
    expect(line).toContain('--url …')
    expect(line).not.toContain('secret')
  })
})
