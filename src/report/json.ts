// result.json: the result as its published schema describes it.
import type { Result } from '../model/result.js'

/** With `--json` it is printed, and in CI `##[…]` in a log is a command: as JSON may write it, it is none. */
const COMMAND = /##(?=(?:vso|teamcity)?\[)/gi

export const renderJson = (result: Result): string => jsonText(result)

export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)}\n`.replaceAll(COMMAND, String.raw`#\u0023`)
