// What a run did without, in one sentence: whoever reads its verdicts must know what they are not about.
import type { ScenarioFacts } from '../model/facts.js'
import { counted } from './format.js'

interface LeftOutFacts {
  readonly without: readonly string[]
  readonly leftOut: ScenarioFacts['leftOut']
}

/** Of a run that was asked to do without something. `show` makes a name fit for where the sentence goes. */
export function renderLeftOut(
  { without, leftOut: { tables, queries, writes, claims, checks, fails, statements } }: LeftOutFacts,
  show: (name: string) => string,
): string {
  const places = statements.map(({ file, line }) => `${fileName(file)}:${line}`)
  const listed = (names: readonly string[], singular: string, plural?: string): readonly string[] =>
    names.length === 0 ? [] : [`${counted(names.length, singular, plural)} (${names.map(show).join(', ')})`]
  const parts = [
    ...listed(tables, 'table'),
    ...listed(queries, 'query', 'queries'),
    ...listed(writes, 'write'),
    ...listed(claims, 'claim'),
    ...listed(checks, 'check'),
    ...listed(fails, 'expected failure'),
    ...listed(places, 'migration statement'),
  ]
  const what = parts.length === 0 ? 'nothing of the scenario needed it' : `left out ${parts.join('; ')}`
  return `without ${without.join(', ')}: ${what}`
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
