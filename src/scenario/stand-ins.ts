// Numbers in the place of placeholders, so that SQL can be checked before the data that decides them exists.
import type { SourceText } from '../model/scenario.js'
import { fillPlaceholders } from '../postgres/sql/fill-placeholders.js'

/**
 * The source with 100 for every placeholder, as wide as what it replaces: places in it are places in the file, and
 * a statement ends where it ends there.
 * Throws a usage error at a placeholder that is not declared.
 */
export const withStandIns = (source: SourceText, placeholders: readonly string[]): SourceText =>
  fillPlaceholders(
    source,
    Object.fromEntries(placeholders.map((name) => [name, '100'.padStart(`\${${name}}`.length, '0')])),
  )
