import { describe, expect, it } from 'vitest'
import { explainGeneric } from '../../../src/analyse/plans/explain-generic.js'
import { explainPolicy } from '../../../src/analyse/plans/explain-policy.js'
import { bitmapScan, explainedAs, indexScan, seqScan } from '../../support/scans.js'

const SEARCH = `(search @@ '''fox'''::tsquery)`
const fact = (operator: string, leakproof: boolean) => ({ index: 'search_idx', operator, leakproof })

describe('the explanation of row-level security', () => {
  const before = explainedAs(bitmapScan('search_idx', SEARCH))
  const filtered = explainedAs(indexScan('tenant_idx', '(tenant_id = 1)', SEARCH))

  it('names the index that is not used any more, and the operator that is not leakproof', () => {
    expect(explainPolicy(before, filtered, [fact('@@', false)], ['search_idx'])).toEqual({
      defeated: [{ index: 'search_idx', operators: ['@@'] }],
      explanation:
        'row-level security keeps the planner from index search_idx: the operator @@ is not leakproof',
    })
  })

  it('says where the index is still used, but not searched by the operator', () => {
    const wide = explainedAs(bitmapScan('search_idx', `((tenant_id = 1) AND ${SEARCH})`))
    const narrow = explainedAs(bitmapScan('search_idx', '(tenant_id = 1)', SEARCH))
    expect(explainPolicy(wide, narrow, [fact('@@', false)], ['search_idx']).explanation).toBe(
      'row-level security keeps index search_idx from searching by @@: the operator @@ is not leakproof',
    )
  })

  it('accuses no operator that is leakproof, or that nobody looked up', () => {
    for (const facts of [[fact('@@', true)], []]) {
      const explained = explainPolicy(before, filtered, facts, ['search_idx'])
      expect(explained.defeated).toEqual([])
      expect(explained.explanation).toBe(
        "with it the plan does without index search_idx, by the planner's choice",
      )
    }
  })

  it('has nothing to say of plans that are the same', () => {
    expect(explainPolicy(before, before, [fact('@@', false)], ['search_idx'])).toEqual({
      defeated: [],
      explanation: null,
    })
  })

  it('says that the plan is another one, where no index of the migration tells more', () => {
    expect(explainPolicy(before, filtered, [], ['other_idx']).explanation).toBe(
      'the condition of the policy leads to another plan',
    )
  })
})

describe('the explanation of a generic plan', () => {
  const custom = explainedAs(indexScan('failed_idx', '(tenant_id = 1)'))
  const generic = explainedAs(seqScan('((tenant_id = $1) AND (status = $2))'))
  const index = (where: string) => ({
    name: 'failed_idx',
    definition: `CREATE INDEX failed_idx ON public.jobs USING btree (tenant_id)${where}`,
  })

  it('names the index that only custom plans use, and that a partial one cannot be proven to fit', () => {
    const plain = 'the generic plan does without index failed_idx: it is made before the parameters are known'
    expect(explainGeneric(custom, generic, [index('')])).toBe(plain)
    expect(explainGeneric(custom, generic, [index(` WHERE (status = 'failed'::text)`)])).toBe(
      `${plain}, so they prove nothing for the WHERE of a partial index`,
    )
  })

  it('has nothing to say where both use the same indexes, or no plan is known', () => {
    expect(explainGeneric(custom, custom, [index('')])).toBeNull()
    expect(explainGeneric(custom, [], [index('')])).toBeNull()
  })
})
