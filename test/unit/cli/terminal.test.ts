import { describe, expect, it } from 'vitest'
import { renderError } from '../../../src/cli/render-error.js'
import { renderOutcome } from '../../../src/cli/outcome.js'
import { plainProgress } from '../../../src/cli/progress/plain-progress.js'
import { openTerminal } from '../../../src/cli/terminal.js'
import { usageError } from '../../../src/model/errors.js'
import { renderJson } from '../../../src/report/json.js'
import { HOSTILE_TITLE, makeResult } from '../../support/result.js'

const SECRET = "pä$$ w'xq\\zd"

interface Written {
  out: string
  err: string
}

function open(): { terminal: ReturnType<typeof openTerminal>; written: Written } {
  const written: Written = { out: '', err: '' }
  const stream = (
    name: keyof Written,
  ): { write: (text: string) => void; columns: number; isTTY: boolean } => ({
    write: (text) => void (written[name] += text),
    columns: 100,
    isTTY: false,
  })
  return { terminal: openTerminal({ env: {}, stdout: stream('out'), stderr: stream('err') }), written }
}

describe('the terminal', () => {
  it('shows a hidden secret in nothing that is printed, said, thrown or told as progress', () => {
    const { terminal, written } = open()
    terminal.hide(SECRET, ['postgres'])
    const url = `tcp://host/${encodeURIComponent(SECRET)}`
    terminal.print(`${SECRET}\n`)
    terminal.print(
      renderJson(makeResult({ scenario: { ...makeResult().scenario, title: SECRET, hash: url } })),
    )
    terminal.talk(`${url}\n`)
    terminal.talk(
      renderError(new Error(SECRET, { cause: new Error(url) }), { colour: true, debug: true }).text,
    )
    const progress = plainProgress(terminal.screen, () => 0)
    progress.phase(`Connecting as ${SECRET}`)
    progress.note(url)
    for (const text of Object.values(written)) {
      expect(text).toContain('***')
      expect(text).not.toMatch(/xq|zd/)
    }
  })

  it('prints JSON that is still JSON where a secret was in it', () => {
    const { terminal, written } = open()
    terminal.hide(SECRET, [])
    terminal.print(JSON.stringify({ password: SECRET, title: `as "${SECRET}"` }))
    expect(JSON.parse(written.out)).toEqual({ password: '***', title: 'as "***"' })
  })

  it('does not garble its output by a password that is a name as well', () => {
    const { terminal, written } = open()
    terminal.hide('postgres', ['postgres', 'postgres'])
    terminal.hide('messages', ['messages'])
    terminal.hide('app', ['postgres'])
    terminal.talk('role app reads messages of postgres; postgres://postgres:postgres@host/postgres\n')
    expect(written.err).toBe('role app reads messages of postgres; postgres://postgres:***@host/postgres\n')
  })

  it('says no command of CI, however an error, a note or a title begins', () => {
    const { terminal, written } = open()
    const command = '::error::x\n::add-mask::y ##vso[z]'
    terminal.talk(renderError(usageError('x', { hint: `y\n${command}`, frame: command }), PLAIN).text)
    plainProgress(terminal.screen, () => 0).note(command)
    const [query] = makeResult().queries.map((query) => ({ ...query, title: command }))
    const result = makeResult({ queries: query === undefined ? [] : [query] })
    terminal.print(renderOutcome(result, 'run', { width: 100, colour: false }))
    const lines = Object.values(written).join('\n').split('\n')
    expect(lines.length).toBeGreaterThan(8)
    expect(lines.filter((line) => /^\s*::|##vso\[/.test(line))).toEqual([])
  })

  it('is moved, coloured and reordered by no name', () => {
    const hostile = `${HOSTILE_TITLE}\u202E\u0007\u009B2J`
    const server = { ...makeResult().server, caveats: [hostile] }
    const shown = renderOutcome(makeResult({ server }), `runs/${hostile}`, { width: 100, colour: false })
    expect(shown).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
    expect(shown.split('\n').filter((line) => line.startsWith('# heading'))).toEqual([])
  })
})

const PLAIN = { colour: false, debug: false }
