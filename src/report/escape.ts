// The one place where text from outside becomes markdown. Names, titles and plans come from files and servers: they
// must not break a table, open HTML, become a link, or notify a person when the report is pasted into a pull request.
import { plainLine, plainLines } from '../model/plain-text.js'

const LONGEST = 600

/** A colon before '//' makes a bare URL a link in GitHub's markdown; so does `www.`. */
const LINKED = /:(?=\/\/)/g
const WWW = /(www)\./gi
/** `@name` notifies a person and `a@b.c` becomes a mail link; `recall@10` is neither. */
const ADDRESSED = /@(?=[\w-]*\.\w)|(?<![\w@])@(?=\w)/g

/** `#12`, `GH-12` and `owner/name#12` become links to issues, which are told that they were named. */
const NUMBERED = /(?:#|\bGH-)(?=\d)/gi

/** Prose on one line, for a table cell or a list item: shown as it is, whatever it holds. */
export const escapeText = (text: string): string =>
  clip(plainLine(text))
    // First: entities hold a number after '#', too.
    .replace(NUMBERED, '$&\u200B')
    .replace(/[\\`*[\]~]/g, String.raw`\$&`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\|/g, '&#124;')
    .replace(LINKED, String.raw`\$&`)
    .replace(WWW, String.raw`$1\.`)
    .replace(ADDRESSED, '@\u200B')

/** A name as inline code. Bars and backticks cannot stand in a code span of a table: entities can, in <code>. */
export function escapeCode(text: string): string {
  const line = clip(plainLine(text)).trim()
  if (line === '') return '–'
  return /[`|]/.test(line) ? `<code>${escapeHtml(line)}</code>` : `\`${line}\``
}

/** Text inside an HTML tag, where a renderer may or may not read markdown: entities mean the same to both. */
export const escapeHtml = (text: string): string =>
  clip(plainLine(text))
    .replace(NUMBERED, '$&\u200B')
    .replace(ADDRESSED, '@\u200B')
    .replace(/[!-,/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(WWW, '$1&#46;')

/** Several lines as a fenced block that nothing inside can close. */
export function fencedBlock(language: string, text: string): string {
  const lines = plainLines(text)
  const longestRun = Math.max(0, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(Math.max(3, longestRun + 1))
  return `${fence}${language}\n${lines}\n${fence}`
}

const clip = (text: string): string => {
  const characters = [...text]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text
}
