// ${name} in SQL, replaced by numbers that depend on the data and names that depend on the run.
import { closest } from '../../model/closest.js'
import type { SourceText } from '../../model/scenario.js'
import { sourceError } from './source-error.js'
import { SourceMap } from './source-map.js'

/** Any ${…}: one that is no name of ours is told, not left for PostgreSQL to stumble over. */
const PLACEHOLDER = /\$\{([^}\n]*)\}?/g

/** The source with every placeholder replaced. Throws a usage error at the first that has no value. */
export function fillPlaceholders(source: SourceText, values: Readonly<Record<string, string>>): SourceText {
  const text = source.text.replaceAll(PLACEHOLDER, (written: string, name: string, index: number) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined || !written.endsWith('}')) throw unknown(source, written, name, index, values)
    return value
  })
  return { path: source.path, text }
}

function unknown(
  source: SourceText,
  written: string,
  name: string,
  index: number,
  values: Readonly<Record<string, string>>,
): Error {
  const names = Object.keys(values)
  const meant = closest(name, names)
  const known = names.map((candidate) => `\${${candidate}}`).join(', ')
  const place = new SourceMap(source.text).atIndex(index)
  return sourceError(source, place, `unknown placeholder "${written}"`, {
    hint:
      (meant === undefined ? '' : `Did you mean "\${${meant}}"? `) +
      (names.length === 0 ? 'No placeholders are declared' : `Declared: ${known}`),
  })
}
