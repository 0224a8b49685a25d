// An error in a file the user wrote: `path:line:column: what`, with the lines around it.
import { usageError, type HarnessError } from '../../model/errors.js'
import type { SourceText } from '../../model/scenario.js'
import { renderFrame } from './frame.js'
import type { Place } from './source-map.js'

interface SourceErrorDetails {
  readonly hint?: string
  readonly cause?: unknown
}

/** An error that points into the source: of usage, unless another kind is given. */
export function sourceError(
  source: SourceText,
  place: Place,
  what: string,
  details: SourceErrorDetails = {},
  makeError: typeof usageError = usageError,
): HarnessError {
  const frame = renderFrame(source.text, place.line, place.column)
  return makeError(`${formatPlace(source, place)}: ${shortened(what)}`, { ...details, frame })
}

const LONGEST_PROBLEM = 400

/** What went wrong, short enough to read: a name in it may be as long as the file. */
export function shortened(what: string): string {
  return what.length <= LONGEST_PROBLEM ? what : `${Array.from(what).slice(0, LONGEST_PROBLEM).join('')}…`
}

/** path:line:column */
export const formatPlace = (source: SourceText, place: Place): string =>
  `${source.path}:${place.line}:${place.column}`
