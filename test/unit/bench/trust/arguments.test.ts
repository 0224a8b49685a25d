import { describe, expect, it } from 'vitest'
import { parseArguments as parseOverhead } from '../../../../bench/overhead/arguments.js'
import { parseArguments } from '../../../../bench/trust/arguments.js'

describe('the words of bench/trust', () => {
  it('without any ask for both parts in their long form, on a local server', () => {
    expect(parseArguments([])).toMatchObject({
      parts: ['simulation', 'server'],
      server: { kind: 'local', bin: null },
      experiment: { sameReports: 60 },
      write: null,
    })
  })

  it('may ask for the short form, another server and fewer reports', () => {
    const words = ['--short', '--server', 'docker', '--image', 'postgres:18', '--reports', '3']
    expect(parseArguments(words)).toMatchObject({
      server: { kind: 'docker', image: 'postgres:18' },
      simulation: { runs: 100 },
      experiment: { sameReports: 3, slowedPairs: 1 },
    })
  })

  it.each([
    ['"all" is no part', ['--part', 'all']],
    ['"mysql" is no server', ['--server', 'mysql']],
    ['"many" is not a whole number', ['--reports', 'many']],
    ["Unknown option '--what'", ['--what']],
  ])('that are not known are refused: %s', (message, words) => {
    expect(() => parseArguments(words)).toThrow(message)
  })

  it('may ask for help', () => {
    expect(parseArguments(['--help'])).toBeNull()
  })
})

describe('the words of bench/overhead', () => {
  it('count rounds in whole numbers', () => {
    expect(parseOverhead(['--rounds', '5'])).toMatchObject({ rounds: 5, server: { kind: 'local' } })
    expect(() => parseOverhead(['--rounds', '0'])).toThrow('not a whole number')
  })
})
