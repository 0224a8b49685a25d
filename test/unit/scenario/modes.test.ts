import { describe, expect, it } from 'vitest'
import { HarnessError } from '../../../src/model/errors.js'
import { loadScenario } from '../../../src/scenario/load-scenario.js'
import { INBOX_FILES, withInboxScenario, type Changes } from '../../support/inbox-scenario.js'

const YAML = INBOX_FILES['scenario.yaml'] ?? ''

const loadWith = (changes: readonly (readonly [string, string])[], files: Changes = {}) =>
  withInboxScenario(
    { 'scenario.yaml': changes.reduce((yaml, [from, to]) => yaml.replace(from, to), YAML), ...files },
    loadScenario,
  )

async function problemWith(from: string, to: string, files: Changes = {}): Promise<HarnessError> {
  const outcome = await loadWith([[from, to]], files).catch((error: unknown) => error)
  if (outcome instanceof HarnessError) return outcome
  throw new Error('expected a HarnessError', { cause: outcome })
}

const modesOf = async (...changes: (readonly [string, string])[]) =>
  (await loadWith(changes)).queries.map(({ rls, plan }) => [rls, plan])

describe('the modes of a query', () => {
  it('are its policies and custom plans, where nothing is said', async () => {
    expect(await modesOf()).toEqual([
      ['keep', 'custom'],
      ['keep', 'custom'],
      ['keep', 'custom'],
    ])
  })

  it('are those of the scenario, and its own before them', async () => {
    const scenario = ['role: app\n', 'role: app\nrls: compare\nplan: automatic\n'] as const
    const query = ['claim: 10-100x', 'rls: keep\n    plan: compare'] as const
    expect(await modesOf(scenario, query)).toEqual([
      ['keep', 'compare'],
      ['compare', 'automatic'],
      ['compare', 'automatic'],
    ])
  })

  it.each([
    ['rls: compar', /^Unknown rls "compar" at .*:10:10\. Did you mean "compare"\?/],
    ['plan: generik', /^Unknown plan "generik" at .*:10:11\. Did you mean "generic"\?/],
    ['settings: { Plan_Cache_Mode: auto }', /^Query "recent-messages" sets Plan_Cache_Mode.* at .*:10:17/],
  ])('%s is told where it stands', async (written, message) => {
    expect((await problemWith('claim: 10-100x', written)).message).toMatch(message)
  })

  it('are not compared for a query without parameters, which has one plan', async () => {
    const problem = await problemWith('claim: unchanged', 'plan: compare', {
      'queries/add-message.sql': 'delete from drafts returning id',
    })
    expect(problem.message).toMatch(/^Query "add-message" takes no parameters.* at .*:18:11/)
  })
})
