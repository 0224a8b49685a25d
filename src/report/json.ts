// result.json: the result as its published schema describes it.
import type { Result } from '../model/result.js'

export const renderJson = (result: Result): string => `${JSON.stringify(result, null, 2)}\n`
