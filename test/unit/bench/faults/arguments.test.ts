import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../../../bench/faults/arguments.js'
import { caseId, caseRandom, parseCaseId } from '../../../../bench/faults/fault-case.js'

const NOTHING = [
  'signals',
  'kills',
  'lost-folders',
  'full-disks',
  'hostile-names',
  'torn-writes',
  'parallel-starts',
  'resumes',
  'cuts',
  'sqlstates',
  'terminates',
  'restarts',
]

const ids = (...words: string[]): readonly string[] | undefined => parseArguments(words)?.cases.map(caseId)

describe('the arguments of the fault suite', () => {
  it('draw so many cases of each kind on each server', () => {
    const none = NOTHING.flatMap((option) => [`--${option}`, '0'])
    const servers = ['--server', 'embedded,local']
    expect(
      ids(...none, ...servers, '--signals', '2', '--kills', '1', '--torn-writes', '1', '--seed', '7'),
    ).toEqual([
      'signal/embedded/7/1',
      'signal/embedded/7/2',
      'kill/embedded/7/1',
      'signal/local/7/1',
      'signal/local/7/2',
      'kill/local/7/1',
      'kill/writer/7/1',
    ])
  })

  it('run the long form where nothing is said', () => {
    const kinds = ids()?.filter((id) => /^(signal|kill)\/(embedded|local|docker|url)\//.test(id))
    expect(kinds).toHaveLength(800)
  })

  it('draw what needs the way to a server only where there is one', () => {
    const none = NOTHING.flatMap((option) => [`--${option}`, '0'])
    expect(ids(...none, '--cuts', '1', '--restarts', '1', '--resumes', '1')).toEqual([
      'resume/embedded/1/1',
      'resume/local/1/1',
      'resume/url/1/1',
      'cut/url/1/1',
      'restart/url/1/1',
    ])
  })

  it('name cases to be repeated alone', () => {
    expect(ids('--case', 'kill/local/1/7', '--case', 'signal/embedded/2/3')).toEqual([
      'kill/local/1/7',
      'signal/embedded/2/3',
    ])
  })

  it.each([
    [['--case', 'kill/7'], 'server/seed/number'],
    [['--kills', '-1'], 'kills'],
    [['--kills', 'many'], 'whole number'],
    [['--nonsense', '1'], 'nonsense'],
  ])('%j are refused', (words, said) => {
    expect(() => parseArguments(words)).toThrow(said)
  })
})

describe('a fault case', () => {
  it('draws the same from the same id', () => {
    const named = parseCaseId('signal/embedded/1/2')
    if (named === null) throw new Error('not read')
    const draws = (): readonly number[] => {
      const random = caseRandom(named)
      return [random.next(), random.next()]
    }
    expect(draws()).toEqual(draws())
    expect(caseRandom({ ...named, number: 3 }).next()).not.toBe(draws()[0])
  })
})
