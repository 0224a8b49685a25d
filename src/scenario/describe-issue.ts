// A zod issue in words, with its place in the YAML.
import type { core } from 'zod'
import { CLAIM_GRAMMAR } from '../model/claim.js'
import { closest } from '../model/closest.js'
import { QUANTIFIER_GRAMMAR } from '../model/quantifier.js'
import { keysAt } from './definition-keys.js'
import type { YamlSource } from './yaml-source.js'

export interface DescribedIssue {
  /** UTF-16 index of the offending node. */
  readonly index: number
  readonly what: string
  readonly hint?: string
  readonly suggestion?: string
}

export function describeIssue(yaml: YamlSource, issue: core.$ZodIssue): DescribedIssue {
  const { path } = issue
  const name = nameOf(path)
  const at = { index: yaml.indexOf(path) }
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKey(yaml, path, issue.keys[0] ?? '')
    case 'invalid_value':
      return unknownWord(yaml, issue, name)
    case 'invalid_key':
      return {
        index: keyIndex(yaml, path),
        what: `"${String(path.at(-1))}": ${issue.issues[0]?.message ?? ''}`,
      }
    case 'invalid_type':
      return wrongType(yaml, path, issue.expected)
    case 'invalid_union':
      return { ...at, what: `${name} must be a text, a number, true or false` }
    case 'too_small':
      return { ...at, what: tooSmall(name, issue.origin, issue.minimum) }
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'too_big':
  }
  return { ...at, what: `${name}: ${issue.message}` }
}

type Path = readonly PropertyKey[]

function unknownKey(yaml: YamlSource, path: Path, key: string): DescribedIssue {
  const known = keysAt(path)
  return {
    index: yaml.indexOfKey(path, key),
    what: `Unknown key "${key}"`,
    hint: `Keys here: ${known.join(', ')}`,
    ...didYouMean(key, known),
  }
}

function unknownWord(yaml: YamlSource, issue: core.$ZodIssueInvalidValue, name: string): DescribedIssue {
  const known = issue.values.map(String)
  const index = yaml.indexOf(issue.path)
  const written = yaml.textAt(issue.path)
  if (written === undefined) return missing(yaml, issue.path, 'a text')
  return {
    index,
    what: `Unknown ${name.replaceAll('"', '')} "${written}"`,
    hint: `Known: ${known.join(', ')}`,
    ...didYouMean(written, known),
  }
}

function wrongType(yaml: YamlSource, path: Path, expected: string): DescribedIssue {
  const words = TYPES[expected] ?? expected
  if (!yaml.has(path)) return missing(yaml, path, words)
  const hint = GRAMMARS[String(path.at(-1))]
  const what = path.length === 0 ? `The file must hold ${words}` : `${nameOf(path)} must be ${words}`
  return { index: yaml.indexOf(path), what, ...(hint === undefined ? {} : { hint }) }
}

const GRAMMARS: Readonly<Record<string, string>> = {
  claim: `A claim is ${CLAIM_GRAMMAR}`,
  quantifier: `A quantifier is ${QUANTIFIER_GRAMMAR}`,
}

const missing = (yaml: YamlSource, path: Path, words: string): DescribedIssue => ({
  index: yaml.indexOf(path.slice(0, -1)),
  what: `Missing key ${nameOf(path)}`,
  hint: `Expected ${words}`,
})

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
}

const tooSmall = (name: string, origin: string, minimum: number | bigint): string =>
  origin === 'string' || origin === 'array'
    ? `${name} must not be empty`
    : `${name} must be at least ${minimum}`

const keyIndex = (yaml: YamlSource, path: Path): number =>
  yaml.indexOfKey(path.slice(0, -1), String(path.at(-1)))

const nameOf = (path: Path): string => `"${path.findLast((part) => typeof part === 'string') ?? ''}"`

function didYouMean(word: string, known: readonly string[]): { suggestion?: string } {
  const meant = closest(word, known)
  return meant === undefined ? {} : { suggestion: `Did you mean "${meant}"?` }
}
