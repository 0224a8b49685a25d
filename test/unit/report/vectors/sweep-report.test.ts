import { describe, expect, it } from 'vitest'
import { analyseSweep } from '../../../../src/analyse/vectors/analyse-sweep.js'
import { at } from '../../../../src/model/at.js'
import type { SweepResult } from '../../../../src/model/vectors/sweep-result.js'
import type { SweepEvidence } from '../../../../src/model/vectors/sweep-evidence.js'
import { renderAdvice, renderAdvices } from '../../../../src/report/vectors/advice-text.js'
import { renderSweepChart } from '../../../../src/report/vectors/sweep-chart.js'
import { renderSweepMarkdown } from '../../../../src/report/vectors/sweep-markdown.js'
import { renderSweepText } from '../../../../src/report/vectors/sweep-text.js'
import { renderSweepMigration } from '../../../../src/report/vectors/sweep-migration.js'
import { exactFilterEvidence, filterEvidence } from '../../../support/filter-evidence.js'
import { EXACT, finalistOf, HNSW, IVFFLAT, pointOf, sweepEvidence } from '../../../support/sweep-evidence.js'

const FILES = { chart: 'sweep.svg', migration: 'migration.sql' }
const resultOf = (changes: Partial<SweepEvidence> = {}) => analyseSweep(sweepEvidence(changes))
const lastAdvice = ({ advice }: SweepResult): string => renderAdvice(at(advice, advice.length - 1))
const HOSTILE = '<script>alert(1)</script> | `x` @someone https://evil.example \u202E\n-- drop'

describe('the paragraph of advice', () => {
  it('says what to choose, what it saves, costs, and when it breaks', () => {
    const text = lastAdvice(resultOf())
    expect(text).toContain(
      'At recall ≥ 0.95 choose HNSW (m 16, ef_construction 64) with ef_search 80: recall 0.970',
    )
    expect(text).toContain('the exact scan takes 20x [20, 20] its time')
    expect(text).toContain('IVFFlat (lists 200), tuned to the same recall, takes 2x [2, 2] its time')
    expect(text).toContain('It costs 1 MB and 4.0 s to build (2.0 s to 6.0 s in 3 builds).')
    expect(text).toMatch(/It breaks, or needs a look, where: .+\.$/)
  })

  it('advises no index where the scan is as fast', () => {
    const finalists = [finalistOf(HNSW, 80, 0.97, 3, 0.95), finalistOf(EXACT, null, 1, 2, 1)]
    const text = lastAdvice(resultOf({ finalists }))
    expect(text).toMatch(/^At recall ≥ 0.95 choose no index: none is measurably faster than the exact scan/)
  })
})

describe('the paragraphs of advice together', () => {
  it('say what breaks once', () => {
    const { advice } = resultOf()
    const [first, second] = renderAdvices(advice)
    expect(first).toContain('a LIMIT above 80')
    expect(second).not.toContain('a LIMIT above 80')
    expect(second).toMatch(/It breaks, or needs a look, where told above\.$/)
    const more = [at(advice, 0), { ...at(advice, 1), breaks: [...at(advice, 1).breaks, 'it rains'] }]
    expect(renderAdvices(more)[1]).toMatch(/where: it rains; and where told above\.$/)
  })

  it('say what clears a target that the choice is only at', () => {
    const [, advice] = resultOf().advice
    const choice = advice?.choice ?? null
    if (advice === undefined || choice === null) throw new Error('nothing was chosen')
    const held = { ...advice, choice: { ...choice, state: 'held' } as const }
    expect(renderAdvice(held)).toContain('is below the target, and nothing that took turns clears it.')
    const cleared = { ...choice, index: IVFFLAT(200), medianMs: 2.5 }
    expect(renderAdvice({ ...held, cleared })).toMatch(
      /to be on the safe side take IVFFlat \(lists 200\) with .*, median 2\.5 ms\./,
    )
    expect(renderAdvice({ ...advice, cleared: null })).not.toContain('lower bound')
  })
})

/** Two tenants of 1 % and 10 %: for the small one the planner takes HNSW and loses most rows, for the large one it is right. */
function filtersOfTwoTenants(): SweepEvidence['filters'] {
  const lost = filterEvidence({ recalls: [0, 0, 0.1, 0, 0.1], rows: [0, 0, 1, 0, 1], latencyMs: 1.9 })
  const generic = { ...lost, planMode: 'generic' } as const
  const exact = exactFilterEvidence()
  const right = filterEvidence({
    index: IVFFLAT(),
    plan: 'items_tenant_id',
    recalls: [1, 1, 1, 1, 1],
    latencyMs: 1.8,
  })
  const misled = filterEvidence({
    index: IVFFLAT(),
    plan: 'items_ivfflat_vector_cosine_lists100',
    recalls: [0.3, 0.4, 0.3, 0.5, 0.4],
    latencyMs: 6,
  })
  const iterative = filterEvidence({
    strategy: 'approximate, strict order',
    recalls: [0.9, 0.9, 1, 0.9, 1],
    latencyMs: 39,
  })
  const large = {
    ...lost.filter,
    name: 'tenant 2, with the query',
    condition: 'tenant_id = 2',
    selectivity: 0.1,
    matching: 1000,
    correlation: 'with the query',
  } as const
  const ofLarge = [
    filterEvidence({ recalls: [1, 1, 0.9, 1, 1], latencyMs: 0.9 }),
    { ...exact, latenciesMs: exact.latenciesMs.map(() => 6) },
    { ...iterative, voidBecause: 'a search took longer than 30 s' },
  ]
  return [
    lost,
    exact,
    generic,
    right,
    { ...misled, planMode: 'generic' },
    iterative,
    ...ofLarge.map((one) => ({ ...one, filter: large })),
  ]
}

describe('the report of a sweep', () => {
  it('has the answer before the evidence', () => {
    const text = renderSweepMarkdown(resultOf(), FILES)
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    expect(headings[0]).toBe('Answer')
    expect(headings).toEqual(
      expect.arrayContaining([
        'Equal recall',
        'Recall and latency',
        'Rules for lists',
        'Builds',
        'Vectors',
        'Environment',
      ]),
    )
    expect(text).toContain('![Recall against p95 latency](sweep.svg)')
  })

  it('says of how many queries a latency under a filter is, where time ran out', () => {
    const [first, ...others] = filtersOfTwoTenants()
    if (first === undefined) throw new Error('no filters')
    const short = { ...first, latenciesMs: first.latenciesMs.slice(0, 2) }
    const text = renderSweepMarkdown(resultOf({ filters: [short, ...others] }), FILES)
    expect(text.match(/\d ms \(\d+ of \d+ quer\w+\)/g)).toEqual(['9 ms (2 of 5 queries)'])
  })

  it('judges the rules of the reports in the answer', () => {
    const { finalists } = sweepEvidence()
    const byRule = [
      { ...finalistOf(IVFFLAT(100), 1, 0.6, 0.5, 0.95), target: null, entered: 'by rule' } as const,
      { ...finalistOf(IVFFLAT(100), 12, 0.96, 3, 0.95), entered: 'by rule' } as const,
    ]
    const result = resultOf({ finalists: [...finalists, ...byRule] })
    const [, answer] = renderSweepMarkdown(result, FILES).split(/^## /m)
    expect(answer).toContain('lists = 100 of the reports: with nothing set (one probe) recall 0.600')
    expect(answer).toContain('1.5x \\[1.5, 1.5\\] the time of IVFFlat (lists 200) at equal recall')
    expect(renderSweepText(result)).toContain('lists = 100 of the reports: with nothing set')
    expect(renderSweepChart(result)).toContain('IVFFlat 100 probes 1')
  })

  it('shows text from outside as text', () => {
    const { vectors, server } = sweepEvidence()
    const text = renderSweepMarkdown(
      resultOf({
        vectors: { ...vectors, name: HOSTILE, description: HOSTILE },
        server: { ...server, description: HOSTILE, caveats: [HOSTILE] },
        dropped: [{ index: HNSW, reason: HOSTILE }],
        points: [{ ...pointOf(HNSW, 40, 0.9, 1), voidBecause: HOSTILE }],
        plannerSwitches: [{ index: HNSW, search: null, text: HOSTILE }],
      }),
      FILES,
    )
    expect(text).not.toContain('<script>')
    expect(text).not.toContain('\u202E')
    expect(text).not.toContain('https://evil')
    expect(text).not.toMatch(/^-- drop/m)
  })

  it('tells together what was left out for one reason', () => {
    const late = Array.from({ length: 6 }, (_, tenant) => `tenant ${tenant}, anywhere: no time was left`)
    const text = renderSweepMarkdown(
      resultOf({ leftOut: [...late, 'about 1 %: no such filter in the data'] }),
      FILES,
    )
    expect(text).toContain(
      '## Not measured\n\n- no time was left: tenant 0, anywhere; tenant 1, anywhere; tenant 2, anywhere; tenant 3, anywhere; 2 more in sweep.json\n- no such filter in the data: about 1 %\n',
    )
  })

  it('has of each filter the planner’s choices and the best strategy, and all measurements folded away', async () => {
    const report = renderSweepMarkdown(resultOf({ filters: filtersOfTwoTenants() }), FILES)
    await expect(report).toMatchFileSnapshot(`${import.meta.dirname}/../../../golden/sweep.md`)
  })

  it('tells the gravest harms in words, and how many more there are', () => {
    const [lost, exact] = filtersOfTwoTenants()
    if (lost === undefined || exact === undefined) throw new Error('no filters')
    // The fourth of the seven loses everything.
    const filters = Array.from({ length: 7 }, (_, tenant) => {
      const filter = { ...lost.filter, name: `tenant ${tenant}, anywhere` }
      const answers = lost.answers.map((answer) => (tenant === 3 ? { ...answer, recall: 0 } : answer))
      return [
        { ...lost, filter, answers },
        { ...exact, filter },
      ]
    }).flat()
    const report = renderSweepMarkdown(resultOf({ filters }), FILES)
    const [, section] = report.split('## Filters')
    expect(section?.match(/^- \*\*Harm\*\*/gm)).toHaveLength(5)
    expect(section).toMatch(/^\n\n- \*\*Harm\*\*: At 1 % \(tenant 3,/)
    expect(section).toContain('- 2 more, marked below; in words in sweep.json')
    expect(section?.match(/\*\*!\*\*/g)).toHaveLength(8)
  })

  it('says nothing of what was not measured', () => {
    const text = renderSweepMarkdown(resultOf(), FILES)
    expect(text).not.toContain('## Filters')
    expect(text).not.toContain('## Life')
  })

  it('stands without any point', () => {
    const text = renderSweepMarkdown(resultOf({ points: [], finalists: [], builds: [] }), FILES)
    expect(text).toContain('There is nothing to migrate: [migration.sql]')
    expect(text).toContain('no index can be advised: none reached it')
  })
})

describe('the migration file', () => {
  it('builds the chosen index concurrently, with what it was chosen for above it', () => {
    const sql = renderSweepMigration(resultOf())
    expect(sql).toContain("SET maintenance_work_mem = '128MB';")
    expect(sql).toContain(
      'CREATE INDEX CONCURRENTLY your_table_embedding_hnsw\n  ON your_table USING hnsw (embedding vector_cosine_ops)\n  WITH (m = 16, ef_construction = 64);',
    )
    expect(sql).toContain('--   SET LOCAL hnsw.ef_search = 80;')
    expect(sql).toContain('SELECT id FROM your_table ORDER BY embedding <=> $1 LIMIT 10;')
  })

  it('spells an index of halved vectors as its expression', () => {
    const index = { ...IVFFLAT(50), representation: 'halfvec' } as ReturnType<typeof IVFFLAT>
    const sql = renderSweepMigration(resultOf({ finalists: [finalistOf(index, 5, 0.99, 1, 0.95)] }))
    expect(sql).toContain('USING ivfflat ((embedding::halfvec(32)) halfvec_cosine_ops)')
    expect(sql).toContain('ORDER BY embedding::halfvec(32) <=> $1::halfvec(32) LIMIT 10;')
  })

  it('sets the iterative scan that was measured', () => {
    const scanned = (index: typeof HNSW) => {
      const finalist = finalistOf(index, 5, 0.99, 1, 0.95)
      const search = { ...finalist.point.search, iterative: 'relaxed_order' } as const
      return renderSweepMigration(
        resultOf({ finalists: [{ ...finalist, point: { ...finalist.point, search } }] }),
      )
    }
    expect(scanned(HNSW)).toContain('--   SET LOCAL hnsw.iterative_scan = relaxed_order;')
    expect(scanned(IVFFLAT(50))).toContain('--   SET LOCAL ivfflat.iterative_scan = relaxed_order;')
  })

  it('has nothing but comments and statements of ours, whatever the vectors are called', () => {
    const { vectors } = sweepEvidence()
    const sql = renderSweepMigration(resultOf({ vectors: { ...vectors, name: 'x\ndrop table users;' } }))
    expect(sql).not.toMatch(/^drop/m)
  })

  it('creates nothing that the answer at the usual recall does not advise', () => {
    const finalists = [
      finalistOf(HNSW, 40, 0.92, 1, 0.9),
      finalistOf(HNSW, 80, 0.97, 30, 0.95),
      finalistOf(EXACT, null, 1, 20, 1),
    ]
    const result = resultOf({ finalists })
    expect(result.advice.map(({ state }) => state)).toEqual(['index', 'exact'])
    const sql = renderSweepMigration(result)
    expect(sql).toContain('-- No index is advised at recall ≥ 0.95:')
    expect(sql).not.toMatch(/^CREATE/m)
  })

  it('creates nothing where no index is advised', () => {
    const sql = renderSweepMigration(resultOf({ finalists: [] }))
    expect(sql.split('\n').every((line) => line === '' || line.startsWith('-- '))).toBe(true)
  })
})

describe('the chart', () => {
  it('labels the finalists, and says in words what it shows', () => {
    const svg = renderSweepChart(resultOf())
    expect(svg).toContain('HNSW 16&#47;64 ef 80')
    expect(svg).toMatch(/<title id="title">.+<\/title>/)
    expect(svg).toMatch(/<desc id="description">8 points/)
    expect(svg.trimEnd().endsWith('</svg>')).toBe(true)
  })

  it('labels a finalist that is beaten where it is compared at a target', () => {
    const finalists = [finalistOf(HNSW, 80, 0.97, 2, 0.95), finalistOf(IVFFLAT(200), 14, 0.96, 4, 0.95)]
    const svg = renderSweepChart(resultOf({ finalists }))
    expect(svg).toContain('>IVFFlat 200 probes 14</text>')
  })

  it('labels no finalist that is beaten, and compared at no target', () => {
    const [best, beaten] = [finalistOf(HNSW, 80, 0.97, 2, 0.95), finalistOf(HNSW, 160, 0.96, 4, 0.95)]
    const svg = renderSweepChart(resultOf({ finalists: [best, beaten] }))
    expect(svg).toContain('>HNSW 16&#47;64 ef 80</text>')
    expect(svg).not.toContain('>HNSW 16&#47;64 ef 160</text>')
    expect(svg).toContain('<title>HNSW 16&#47;64 ef 160&#58; recall 0.960')
  })

  it('labels an iterative scan, and tells it apart from the search without one', () => {
    const finalist = finalistOf(HNSW, 80, 0.97, 2, 0.95)
    const search = { ...finalist.point.search, iterative: 'strict_order' } as const
    const svg = renderSweepChart(
      resultOf({ finalists: [finalist, { ...finalist, point: { ...finalist.point, search } }] }),
    )
    expect(svg).toContain('>HNSW 16&#47;64 ef 80</text>')
    expect(svg).toContain('>HNSW 16&#47;64 ef 80 strict&#95;order</text>')
  })

  it('draws no void point', () => {
    const points = [{ ...pointOf(HNSW, 40, 0.9, 1), voidBecause: 'no index' }]
    const svg = renderSweepChart(resultOf({ points, finalists: [] }))
    expect(svg).not.toContain('<circle')
  })

  it('shows text from outside as text', () => {
    const { vectors } = sweepEvidence()
    const svg = renderSweepChart(resultOf({ vectors: { ...vectors, name: HOSTILE } }))
    expect(svg).not.toContain('<script')
  })

  it('stands with one point, and with none', () => {
    for (const finalists of [[finalistOf(EXACT, null, 1, 20, 1)], []]) {
      const svg = renderSweepChart(resultOf({ points: [], finalists }))
      expect(svg).not.toContain('NaN')
      expect(svg).not.toContain('Infinity')
    }
  })
})
