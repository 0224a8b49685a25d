import { describe, expect, it } from 'vitest'
import { lostConditions } from '../../../../src/analyse/plans/lost-conditions.js'
import { bitmapScan, explainedAs, indexScan, seqScan } from '../../../support/scans.js'

const SEARCH = `(search @@ '''fox'' & ''dog'''::tsquery)`
const TENANT = `(tenant_id = (current_setting('app.tenant_id'::text))::integer)`

const lost = (before: Parameters<typeof explainedAs>[0], after: Parameters<typeof explainedAs>[0]) =>
  lostConditions(explainedAs(before), explainedAs(after))

describe('conditions that an index evaluates in one plan alone', () => {
  it('are those of an index that the other plan filters instead', () => {
    const before = bitmapScan('search_idx', SEARCH, '(tenant_id = 1)')
    expect(lost(before, indexScan('tenant_idx', TENANT, SEARCH))).toEqual([
      { index: 'search_idx', operators: ['@@'] },
    ])
    expect(lost(before, seqScan(`(${TENANT} AND ${SEARCH})`))).toEqual([
      { index: 'search_idx', operators: ['@@'] },
    ])
  })

  it('are those that an index is no longer searched by, though it is still used', () => {
    const both = `((tenant_id = 1) AND ${SEARCH})`
    expect(lost(bitmapScan('both_idx', both), bitmapScan('both_idx', TENANT, SEARCH))).toEqual([
      { index: 'both_idx', operators: ['@@'] },
    ])
  })

  it('are the match itself where a range was derived from its pattern', () => {
    const before = indexScan(
      'name_idx',
      `((name ~>=~ 'fo'::text) AND (name ~<~ 'fp'::text))`,
      `(name ~~ 'fo%'::text)`,
    )
    expect(lost(before, seqScan(`(${TENANT} AND (name ~~ 'fo%'::text))`))).toEqual([
      { index: 'name_idx', operators: ['~~'] },
    ])
  })

  it('are none where the index is searched as before, or nothing filters in its place', () => {
    expect(lost(bitmapScan('search_idx', SEARCH), bitmapScan('search_idx', SEARCH, TENANT))).toEqual([])
    expect(lost(indexScan('time_idx', '(created_at < now())'), indexScan('tenant_idx', TENANT))).toEqual([])
  })

  it('do not come from literals or quoted names', () => {
    const before = indexScan('label_idx', `("a @@ b" = 'x && y'' || z'::text)`)
    expect(lost(before, seqScan(`("a @@ b" = 'x && y'' || z'::text)`))).toEqual([
      { index: 'label_idx', operators: ['='] },
    ])
  })

  it('are not looked for in the filter of another table', () => {
    const other = { ...seqScan(SEARCH), 'Relation Name': 'drafts' }
    expect(lost(bitmapScan('search_idx', SEARCH), other)).toEqual([])
  })
})
