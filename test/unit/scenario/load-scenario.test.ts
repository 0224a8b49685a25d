import { describe, expect, it } from 'vitest'
import { loadScenario } from '../../../src/scenario/load-scenario.js'
import { INBOX_FILES, withInboxScenario, type Changes } from '../../support/inbox-scenario.js'

const load = (changes: Changes = {}) => withInboxScenario(changes, loadScenario)

describe('loadScenario', () => {
  it('reads everything, and leaves nothing to be filled but placeholders', async () => {
    const scenario = await load()
    expect(scenario).toMatchObject({ name: 'inbox', title: 'Inbox by date', dataset: 'chat', role: 'app' })
    expect(scenario.placeholders).toEqual({
      lists: { rule: 'ivfflat-lists', table: 'embeddings' },
      probes: { rule: 'ivfflat-probes', table: 'embeddings' },
    })
    expect(scenario.queries.map(({ name }) => name)).toEqual([
      'recent-messages',
      'similar-messages',
      'add-message',
    ])
  })

  it('gives a query the defaults of the scenario', async () => {
    const [recent] = (await load()).queries
    expect(recent).toMatchObject({
      role: 'app',
      claim: { kind: 'range', low: 10, high: 100 },
      settings: {},
      recall: null,
      parameterCount: 2,
      writes: false,
      limited: true,
    })
  })

  it('keeps what a query says of itself, with settings as texts and their placeholders', async () => {
    const [, similar, add] = (await load()).queries
    expect(similar).toMatchObject({
      role: 'service',
      claim: null,
      settings: { 'ivfflat.probes': '${probes}', work_mem: '64MB', jit: 'false', random_page_cost: '1.1' },
      recall: { k: 10, id: 'message_id', distance: 'distance' },
      parameterCount: 1,
    })
    expect(add).toMatchObject({ writes: true, limited: false, claim: { kind: 'unchanged' } })
  })

  it('reads claims on groups, which are about the migration unless they say otherwise', async () => {
    const group = 'title: t, queries: [add-message, recent-messages]'
    const claims = `claims:
  - { name: all, ${group}, claim: 5-10x, quantifier: every }
  - { name: rls, ${group}, claim: overhead under 5ms, quantifier: at least 50%, pair: policy }
`
    const yaml = INBOX_FILES['scenario.yaml']?.replace('role: app', 'role: app\nrls: compare')
    const scenario = await load({ 'scenario.yaml': `${yaml}${claims}` })
    expect(scenario.claims).toMatchObject([
      {
        name: 'all',
        title: 't',
        queries: ['add-message', 'recent-messages'],
        claim: { kind: 'range', text: '5-10x', low: 5, high: 10 },
        quantifier: { kind: 'share', text: 'every', share: 1 },
        pair: 'main',
      },
      expect.objectContaining({
        name: 'rls',
        claim: { kind: 'overhead', text: 'overhead under 5ms', boundMs: 5 },
        quantifier: { kind: 'share', text: 'at least 50%', share: 0.5 },
        pair: 'policy',
      }),
    ])
    expect((await load()).claims).toEqual([])
  })

  it('takes migrations in the order of their names, and leaves their placeholders', async () => {
    const scenario = await load({ 'migrations/000_first.sql': 'analyze', 'migrations/notes.md': 'not SQL' })
    const names = scenario.migrations.map(({ path }) => path.split('/').at(-1))
    expect(names).toEqual(['000_first.sql', '001_recent.sql', '002_nearest.sql'])
    expect(scenario.migrations.at(-1)?.text).toContain('(lists = ${lists})')
  })

  it('reads byte order marks and CRLF', async () => {
    const scenario = await load({
      'migrations/001_recent.sql': '\uFEFFcreate index recent\r\non messages (id);\r\n',
      'queries/add-message.sql': '\uFEFFdelete from messages\r\nwhere id = $1 returning id;\r\n',
    })
    expect(scenario.queries.at(-1)).toMatchObject({ writes: true, parameterCount: 1 })
  })

  it('gives the same hash wherever the folder is, and another for any change of a file', async () => {
    const hash = async (changes: Changes = {}) => (await load(changes)).hash
    const same = await hash()
    expect(same).toMatch(/^[0-9a-f]{64}$/)
    expect(await hash()).toBe(same)
    expect(await hash({ 'queries/add-message.parameters.sql': 'values (2)' })).not.toBe(same)
    expect(await hash({ 'migrations/003_more.sql': '' })).not.toBe(same)
  })
})
