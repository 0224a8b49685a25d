// How a secret may be written when somebody quotes it.
import { plainLine } from './plain-text.js'

/** Regular expressions (with the flag `u`) that match the secret plain, percent-encoded, and escaped in JSON or SQL. */
export function secretForms(secret: string): readonly string[] {
  const doubled = secret.replaceAll("'", "''")
  const literals = [
    JSON.stringify(secret).slice(1, -1),
    doubled,
    doubled.replaceAll('\\', '\\\\'),
    // As our own messages show it.
    plainLine(secret),
  ]
  return [inUrl(secret), ...literals.map(literal)].filter((form) => form !== '')
}

/** Which characters of a URL are percent-encoded differs from one encoder to the next: each may be. */
const inUrl = (value: string): string =>
  Array.from(value, (character) => `(?:${percentEncoded(character)}|${literal(character)})`).join('')

const percentEncoded = (character: string): string =>
  [...Buffer.from(character, 'utf8')]
    .map((byte) => `%${anyCase(byte.toString(16).padStart(2, '0'))}`)
    .join('')

const anyCase = (hex: string): string =>
  hex.replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
