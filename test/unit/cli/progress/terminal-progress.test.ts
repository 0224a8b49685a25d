import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phaseLine } from '../../../../src/cli/progress/phase-line.js'
import { terminalProgress } from '../../../../src/cli/progress/terminal-progress.js'
import { renderTable } from '../../../../src/report/table.js'
import { makeQueryResult, speedup } from '../../../support/query-result.js'
import { makeScreen } from '../../../support/screen.js'

function start(columns = 60, rows = 24) {
  const screen = makeScreen(columns, rows)
  let time = 0
  const progress = terminalProgress({ stream: screen, now: () => time, colour: false })
  return { screen, progress, wait: (ms: number) => void (time += ms) }
}

const queries = [
  makeQueryResult('recent', { claim: '>=2x', verdict: 'confirmed', speedup: speedup(20, 18, 22) }),
  makeQueryResult('unread', { verdict: 'inconclusive', speedup: speedup(1.1, null, null) }),
]

describe('terminalProgress', () => {
  test('shows the running phase with bar, percent, detail and time left', () => {
    const { screen, progress, wait } = start(80)
    progress.phase('Seeding')
    wait(3000)
    progress.advance(0.25, '2 of 8 tables')
    expect(screen.visible()).toBe('Seeding █████░░░░░░░░░░░░░░░ 25 %  2 of 8 tables  9.0 s left')
  })

  test('does not guess the time left before 5 %', () => {
    const { screen, progress, wait } = start()
    progress.phase('Seeding')
    wait(3000)
    progress.advance(0.04, 'tenants')
    expect(screen.visible()).toBe('Seeding ░░░░░░░░░░░░░░░░░░░░ 4 %  tenants')
  })

  test('keeps finished phases with their duration above the running one', () => {
    const { screen, progress, wait } = start()
    progress.phase('Seeding')
    wait(12_300)
    progress.phase('Measuring')
    expect(screen.visible()).toBe('✓ Seeding  12 s\nMeasuring ░░░░░░░░░░░░░░░░░░░░ 0 %')
  })

  test('draws at most ten frames a second', () => {
    const { screen, progress, wait } = start()
    progress.phase('Seeding')
    wait(99)
    progress.advance(0.5, 'too soon')
    expect(screen.visible()).toBe('Seeding ░░░░░░░░░░░░░░░░░░░░ 0 %')
    wait(1)
    progress.advance(0.5, 'now')
    expect(screen.visible()).toBe('Seeding ██████████░░░░░░░░░░ 50 %  now  0.1 s left')
  })

  test('shows the standings below the bar and takes both away when the phase is done', () => {
    const { screen, progress, wait } = start()
    progress.phase('Measuring')
    progress.standings(queries)
    expect(screen.visible()).toBe(
      [
        'Measuring ░░░░░░░░░░░░░░░░░░░░ 0 %',
        '',
        'query   before    after      speed-up  verdict',
        'recent   40 ms     2 ms  20x [18, 22]  ✓ confirmed',
        'unread   40 ms  36.4 ms   1.1x [0, ∞]  ? inconclusive',
      ].join('\n'),
    )
    wait(61_000)
    progress.done()
    expect(screen.visible()).toBe('✓ Measuring  1 min 01 s')
  })

  test('keeps the bar in sight when there are more queries than rows', () => {
    const { screen, progress } = start(60, 7)
    progress.phase('Measuring')
    progress.standings([...queries, ...queries])
    const lines = screen.visible().split('\n')
    expect(lines[0]).toBe('Measuring ░░░░░░░░░░░░░░░░░░░░ 0 %')
    expect(lines.at(-1)).toBe('… and 2 more')
  })

  test('writes a note above the bar, to stay', () => {
    const { screen, progress } = start()
    progress.phase('Migrating')
    progress.note('index \u001B[2Jmessages_idx\nis unused')
    expect(screen.visible()).toBe('! index messages_idx is unused\nMigrating ░░░░░░░░░░░░░░░░░░░░ 0 %')
  })

  test('never writes a line as wide as the terminal', () => {
    const { screen, progress, wait } = start(40)
    progress.phase('Seeding')
    wait(1000)
    progress.advance(0.5, 'a very long detail that would wrap around the line')
    expect(screen.visible()).toBe('Seeding ██████████░░░░░░░░░░ 50 %  a v…')
  })

  test('clears what moves before an error, without calling the phase done', () => {
    const { screen, progress } = start()
    progress.phase('Seeding')
    progress.phase('Measuring')
    progress.standings(queries)
    progress.clear()
    expect(screen.visible()).toBe('✓ Seeding  0.0 s')
    progress.done()
    expect(screen.visible()).toBe('✓ Seeding  0.0 s')
  })

  test('shows what is true now, whatever was on the screen before', () => {
    const event = fc.oneof(
      fc.record({ at: fc.constant('advance' as const), fraction: fc.constantFrom(0, 0.5, 1) }),
      fc.record({ at: fc.constant('standings' as const), count: fc.integer({ min: 1, max: 2 }) }),
      fc.record({ at: fc.constant('note' as const) }),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const { screen, progress, wait } = start(100, 60)
        progress.phase('Measuring')
        const notes: string[] = []
        let [fraction, time, table] = [0, 0, '']
        for (const event of events) {
          wait(1000)
          time += 1000
          if (event.at === 'advance') progress.advance((fraction = event.fraction), '')
          if (event.at === 'note') progress.note(`note ${notes.push(`! note ${notes.length + 1}`)}`)
          if (event.at !== 'standings') continue
          const shown = queries.slice(0, event.count)
          progress.standings(shown)
          table = `\n\n${renderTable(shown, { width: 99, colour: false })}`
        }
        const bar = phaseLine({ title: 'Measuring', startedAt: 0, fraction, detail: '' }, time, 99)
        expect(screen.visible()).toBe([...notes, bar + table].join('\n'))
      }),
    )
  })
})
