import { describe, expect, it } from 'vitest'
import { HarnessError } from '../../../src/model/errors.js'
import { loadScenario } from '../../../src/scenario/load-scenario.js'
import { INBOX_FILES, withInboxScenario, type Changes } from '../../support/inbox-scenario.js'

const YAML = INBOX_FILES['scenario.yaml'] ?? ''

async function problemOf(changes: Changes): Promise<HarnessError> {
  const outcome = await withInboxScenario(changes, loadScenario).catch((error: unknown) => error)
  if (outcome instanceof HarnessError) return outcome
  throw new Error('expected a HarnessError', { cause: outcome })
}

const withYaml = (from: string, to: string): Promise<HarnessError> => {
  if (!YAML.includes(from)) throw new Error(`not in the scenario: ${from}`)
  return problemOf({ 'scenario.yaml': YAML.replace(from, to) })
}

describe('a scenario.yaml that is not right', () => {
  it('has its unknown key told with place, frame and the key that was meant', async () => {
    const problem = await withYaml('queries:', 'quieres:')
    expect(problem.exitCode).toBe(2)
    expect(problem.message).toMatch(
      /^Unknown key "quieres" at .*inbox\/scenario\.yaml:\d+:1\. Did you mean "queries"\?$/,
    )
    const other = await problemOf({ 'scenario.yaml': `${YAML}quieres: []\n` })
    expect(other.message).toMatch(
      /^Unknown key "quieres" at .*scenario\.yaml:19:1\. Did you mean "queries"\?$/,
    )
    expect(other.hint).toBe(
      'Keys here: title, dataset, role, arms, rls, plan, placeholders, queries, claims, writes, checks, fails',
    )
    expect(other.frame).toContain('> 19 | quieres: []\n     | ^')
  })

  it.each([
    ['claim: 10-100x', 'clam: 10-100x', /^Unknown key "clam" at .*:10:5\. Did you mean "claim"\?/],
    ['k: 10, ', '', /^Missing key "k" at .*:15:13/],
    ['k: 10, id', 'top: 10, id', /^Unknown key "top" at .*:15:15/],
    ['title: Inbox by date', 'title: [a]', /^"title" must be a text at .*:1:8/],
    ['title: Inbox by date', 'title: ""', /^"title" must not be empty at .*:1:8/],
    ['title: Inbox by date', 'title:', /^"title" must be a text at .*:1:/],
    ['role: app\n', '', /^Missing key "role" at .*:1:1/],
    ['claim: 10-100x', 'claim: 5', /^"claim" must be a text at .*:10:12/],
    ['claim: 10-100x', 'claim: fast', /^"claim": "fast" is not a claim: expected "10-100x".* at .*:10:12/],
    ['claim: 10-100x', 'claim: 100-10x', /the range ends \(10x\) below its start \(100x\) at .*:10:12/],
    ['name: recent-messages', 'name: Recent_Messages', /^"name": expected kebab-case.* at .*:8:11/],
    ['name: recent-messages', 'name: ../secret', /^"name": expected kebab-case.* at .*:8:11/],
    [
      'name: similar-messages',
      'name: recent-messages',
      /^Query "recent-messages" is there twice at .*:11:11/,
    ],
    [
      'rule: ivfflat-lists',
      'rule: ivflat-lists',
      /^Unknown rule "ivflat-lists" at .*:5:18\. Did you mean "ivfflat-lists"\?/,
    ],
    ['lists: {', 'role_app: {', /^"role_app": names that begin with "role_".* at .*:5:3/],
    ['lists: {', 'Lists!: {', /^"Lists!": expected a name.* at .*:5:3/],
    ['jit: false', 'jit: [1]', /^"jit" must be a text, a number, true or false at .*:14:/],
    ['jit: false', '"a b": 1', /^"a b": expected the name of a setting.* at .*:14:/],
    [
      'jit: false',
      'role: postgres',
      /^"role" is not allowed as a setting: it would act as another role, at .*:14:/,
    ],
    ['${probes}', '${prob}', /^Unknown placeholder "\$\{prob\}" at .*:14:33/],
    ['k: 10', 'k: 0', /^"k" must be at least 1 at .*:15:18/],
    ['k: 10', 'k: 1.5', /^"k" must be a whole number at .*:15:18/],
    ['dataset: chat', 'dataset: chat\ndataset: chat', /Map keys must be unique at .*:3:1/],
    ['title: Inbox by date', 'title: "Inbox', /at .*scenario\.yaml:\d+:\d+/],
    ['title: Inbox by date', 'title: !!js/function x', /Unresolved tag.* at .*:1:8/],
  ])('%j as %j is told where it stands', async (from, to, message) => {
    const problem = await withYaml(from, to)
    expect(problem.message).toMatch(message)
    expect(problem.frame).toContain('^')
  })

  it.each([
    ['empty', ''],
    ['a list', '- a'],
    ['a text', 'hello'],
  ])('must be a mapping, not %s', async (_, yaml) => {
    expect((await problemOf({ 'scenario.yaml': yaml })).message).toMatch(/^The file must hold a mapping/)
  })

  it('must name a query', async () => {
    const yaml = YAML.slice(0, YAML.indexOf('queries:'))
    expect((await problemOf({ 'scenario.yaml': `${yaml}queries: []` })).message).toMatch(
      /^"queries" must not be empty/,
    )
  })

  it('must be one document', async () => {
    expect((await problemOf({ 'scenario.yaml': `${YAML}---\na: 1\n` })).message).toContain(
      'multiple documents',
    )
  })

  it('cannot grow by its aliases beyond reason', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)
    const problem = await problemOf({ 'scenario.yaml': ['a0: &a0 [lol]', ...levels].join('\n') })
    expect(problem.message).toContain('Excessive alias count')
  })

  it('has at most 64 KiB', async () => {
    const problem = await problemOf({ 'scenario.yaml': `# ${'x'.repeat(64 * 1024)}` })
    expect(problem.message).toContain('at most 65536')
  })

  it('must be there', async () => {
    expect((await problemOf({ 'scenario.yaml': null })).message).toMatch(/^No scenario\.yaml in /)
  })

  it.each([
    ['UTF-16', Buffer.from('\uFEFFtitle: x', 'utf16le')],
    ['not UTF-8', Uint8Array.of(0x74, 0xe9, 0x74)],
  ])('must be UTF-8, and is told to be %s', async (found, bytes) => {
    expect((await problemOf({ 'scenario.yaml': bytes })).message).toContain(`scenario.yaml is ${found}`)
  })
})

describe('claims on groups that are not right', () => {
  const GROUP = `claims:
  - name: reads
    title: Reads are faster
    claim: 5-10x
    queries: [recent-messages, similar-messages]
    quantifier: at least 80%
`

  it.each([
    [
      'queries: [recent-messages,',
      'queries: [recent-mesages,',
      /^Unknown query "recent-mesages" at .*:23:15\. Did you mean "recent-messages"\?/,
    ],
    ['similar-messages]', 'recent-messages]', /^Query "recent-messages" is in the group twice at .*:23:32/],
    [
      'queries: [recent-messages, similar-messages]',
      'queries: []',
      /^"queries" must not be empty at .*:23:14/,
    ],
    ['    queries: [recent-messages, similar-messages]\n', '', /^Missing key "queries" at .*:20:5/],
    ['at least 80%', 'most', /^"quantifier": "most" is not a quantifier: expected "every".* at .*:24:17/],
    ['at least 80%', 'at least 0%', /above 0 and at most 100 at .*:24:17/],
    ['at least 80%', '80', /^"quantifier" must be a text at .*:24:17/],
    ['    quantifier: at least 80%\n', '', /^Missing key "quantifier" at .*:20:5/],
    [
      'claim: 5-10x',
      'claim: instant',
      /^"claim": "instant" is not a claim: expected "10-100x".* at .*:22:12/,
    ],
    ['claim: 5-10x', 'claim: under 5', /a time needs its unit.* at .*:22:12/],
    ['name: reads', 'name: All reads', /^"name": expected kebab-case.* at .*:20:11/],
    ['quantifier: at', 'pair: rls\n    quantifier: at', /^Unknown pair "rls" at .*:24:11/],
    ['quantifier: at', 'quantifer: at', /^Unknown key "quantifer" at .*:24:5\. Did you mean "quantifier"\?/],
  ])('%j as %j is told where it stands', async (from, to, message) => {
    expect(GROUP).toContain(from)
    const problem = await problemOf({ 'scenario.yaml': `${YAML}${GROUP.replace(from, to)}` })
    expect(problem.message).toMatch(message)
    expect(problem.frame).toContain('^')
  })

  it.each([
    [
      'policy',
      /^Claim "reads" is about row-level security, and query "recent-messages" is not compared that way at .*:23:15/,
      'Give the query rls: compare',
    ],
    [
      'generic',
      /^Claim "reads" is about generic plans, and query "recent-messages" is not compared that way at .*:23:15/,
      'Give the query plan: compare; a query without parameters has one plan in any mode',
    ],
  ])('are about pairs that their queries are measured by: %s', async (pair, message, hint) => {
    const group = GROUP.replace('quantifier:', `pair: ${pair}\n    quantifier:`)
    const problem = await problemOf({ 'scenario.yaml': `${YAML}${group}` })
    expect(problem.message).toMatch(message)
    expect(problem.hint).toBe(hint)
  })

  it('have names of their own', async () => {
    const twice = `${GROUP}${GROUP.slice(GROUP.indexOf('\n') + 1)}`
    const problem = await problemOf({ 'scenario.yaml': `${YAML}${twice}` })
    expect(problem.message).toMatch(/^Claim "reads" is there twice at .*:25:11/)
  })

  it('on recall are about the migration, and about queries that say how it is computed', async () => {
    const group = GROUP.replace('5-10x', 'recall >= 0.9')
    const problem = await problemOf({ 'scenario.yaml': `${YAML}${group}` })
    expect(problem.message).toMatch(/^Query "recent-messages" is not compared by recall at .*:23:15/)
    const mean = GROUP.replace('5-10x', 'recall unchanged').replace('at least 80%', 'geometric mean')
    const other = await problemOf({ 'scenario.yaml': `${YAML}${mean}` })
    expect(other.message).toMatch(/which has no geometric mean/)
    const own = await problemOf({ 'scenario.yaml': YAML.replace('claim: 10-100x', 'claim: recall >= 0.9') })
    expect(own.message).toMatch(/"recall >= 0.9" belongs under claims/)
  })

  it('have no geometric mean of differences', async () => {
    const group = GROUP.replace('5-10x', 'overhead under 5ms').replace('at least 80%', 'geometric mean')
    const problem = await problemOf({ 'scenario.yaml': `${YAML}${group}` })
    expect(problem.message).toMatch(
      /^"overhead under 5ms" is about a difference or a share, which has no geometric mean at .*:24:17/,
    )
  })
})
