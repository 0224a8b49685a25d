// The one place where identifiers and literals are quoted.

/** "name", with quotes doubled. A NUL cannot be part of an identifier and throws RangeError. */
export function quoteIdentifier(name: string): string {
  refuseNul(name)
  return `"${name.replaceAll('"', '""')}"`
}

/** "schema"."name" */
export const quoteQualified = (schema: string, name: string): string =>
  `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`

/** 'text', safe whatever standard_conforming_strings says: backslashes make it an E'' string. */
export function quoteLiteral(text: string): string {
  refuseNul(text)
  const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
  return text.includes('\\') ? `E${quoted}` : quoted
}

function refuseNul(text: string): void {
  if (text.includes('\0')) throw new RangeError('PostgreSQL has no identifiers or texts with a NUL character')
}
