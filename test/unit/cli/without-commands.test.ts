import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutCommands } from '../../../src/cli/without-commands.js'

/** As the runner of GitHub Actions and the agent of Azure Pipelines look for commands in a line of a log. */
const isCommand = (line: string): boolean => /^\s*::/.test(line) || /##(?:vso|teamcity)?\[/i.test(line)

describe('withoutCommands', () => {
  it.each([
    '::error::x',
    '  ::set-output name=a::b',
    'fine\n\t::add-mask::x',
    '##[error]x',
    'a title with ##[group] in it',
    '##vso[task.setvariable variable=PATH]x',
    '##VSO[task.complete]x',
    "##teamcity[buildStatus text='x']",
    '###[x ####vso[x',
    ':::: x',
  ])('tears %j apart by nothing that is seen', (text) => {
    const safe = withoutCommands(text)
    expect(safe.split('\n').filter(isCommand)).toEqual([])
    expect(safe.replaceAll('\u200B', '')).toBe(text)
  })

  it.each(['a::int', 'x: ::1', '## heading', '#[', 'recall@10 is 0.95\n\n  a :: b'])(
    'leaves %j alone',
    (text) => {
      expect(withoutCommands(text)).toBe(text)
    },
  )

  it('leaves no command in any text', () => {
    const piece = fc.constantFrom(':', '::', '#', '##', '[', 'vso[', 'error', '\n', ' ', '\t', 'x')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(withoutCommands(pieces.join('')).split('\n').filter(isCommand)).toEqual([])
      }),
    )
  })
})
