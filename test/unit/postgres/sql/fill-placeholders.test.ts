import { describe, expect, it } from 'vitest'
import { HarnessError } from '../../../../src/model/errors.js'
import { fillPlaceholders } from '../../../../src/postgres/sql/fill-placeholders.js'

const fill = (text: string, values: Record<string, string>) =>
  fillPlaceholders({ path: 'a.sql', text }, values)

function problemOf(text: string, values: Record<string, string>): HarnessError {
  try {
    fill(text, values)
  } catch (error) {
    if (error instanceof HarnessError) return error
  }
  throw new Error('expected a HarnessError')
}

describe('fillPlaceholders', () => {
  it('replaces every placeholder and nothing else', () => {
    const text = 'select ${a}, ${b}, ${a}, $1, $$x$$'
    expect(fill(text, { a: '10', b: '$&' })).toEqual({ path: 'a.sql', text: 'select 10, $&, 10, $1, $$x$$' })
  })

  it('tells an unknown name with its place and the name that was meant', () => {
    const problem = problemOf("select '😀';\nwith (lists = ${list})", { lists: '10' })
    expect(problem.message).toBe('a.sql:2:15: unknown placeholder "${list}"')
    expect(problem.hint).toBe('Did you mean "${lists}"? Declared: ${lists}')
    expect(problem.frame).toContain('> 2 | with (lists = ${list})')
  })

  it.each(['${toString}', '${}', '${lists', '${ lists }'])('refuses %s', (text) => {
    expect(problemOf(text, { lists: '10' }).message).toContain(`unknown placeholder "${text}"`)
  })
})
