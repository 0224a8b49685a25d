// A path as the user would write it: from where they stand, unless that leads out and up.
import { isAbsolute, relative } from 'node:path'

export function displayPath(path: string): string {
  const fromHere = relative(process.cwd(), path)
  return fromHere === '' || fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere
}
