// A YAML file with the place of each of its nodes.
import { isMap, isNode, isPair, isScalar, parseDocument, type Document } from 'yaml'
import type { HarnessError } from '../model/errors.js'
import { refusedError, usageError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import { renderFrame } from '../postgres/sql/frame.js'
import { formatPlace, shortened } from '../postgres/sql/source-error.js'
import { SourceMap } from '../postgres/sql/source-map.js'

export type YamlPath = readonly PropertyKey[]

/** Aliases may be written out this often in all: enough to share settings, too few for a bomb. */
const ALIAS_LIMIT = 20

export class YamlSource {
  readonly source: SourceText
  readonly #document: Document

  /** Throws a usage error where the text is not one YAML document. */
  constructor(source: SourceText) {
    this.source = source
    // logLevel: warnings would be printed by the library itself; those that matter are in `warnings`.
    this.#document = parseDocument(source.text, { prettyErrors: false, logLevel: 'error' })
    // A warning is a tag that YAML does not know: its value would not be what the author thinks.
    const [problem] = [...this.#document.errors, ...this.#document.warnings].sort(
      (a, b) => a.pos[0] - b.pos[0],
    )
    if (problem === undefined) return
    const what = isTooDeep(problem.message) ? 'The file is nested too deeply' : problem.message
    throw this.errorAt(problem.pos[0], what, 'The file must be one YAML document')
  }

  /** The document as plain values. Throws a usage error where its aliases grow beyond reason. */
  value(): unknown {
    try {
      return this.#document.toJS({ maxAliasCount: ALIAS_LIMIT })
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error)
      throw this.errorAt(
        0,
        isTooDeep(what) ? 'The file is nested too deeply' : what,
        'Write the values out instead of using aliases',
      )
    }
  }

  /** UTF-16 index of the value at the path, or of the nearest collection around it that exists. */
  indexOf(path: YamlPath): number {
    for (let length = path.length; length >= 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return node.range[0]
    }
    return 0
  }

  /** UTF-16 index of a key in the map at the path. */
  indexOfKey(path: YamlPath, key: string): number {
    const map = this.#document.getIn(path, true)
    const pair = isMap(map)
      ? map.items.find((item) => isPair(item) && scalarText(item.key) === key)
      : undefined
    return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : this.indexOf(path)
  }

  /** Has the path a value, be it null? */
  has(path: YamlPath): boolean {
    return path.length === 0 || this.#document.hasIn(path)
  }

  /** The scalar at the path as a text; undefined where there is none. */
  textAt(path: YamlPath): string | undefined {
    const node = this.#document.getIn(path, true)
    return isScalar(node) ? String(node.value) : undefined
  }

  /** `What at path:line:column.`, and a suggestion if there is one. */
  errorAt(index: number, what: string, hint?: string, suggestion = ''): HarnessError {
    return this.#tell(usageError, index, { what, hint, suggestion })
  }

  /** As errorAt, for what a safety guard does not allow. */
  refusalAt(index: number, what: string, hint: string): HarnessError {
    return this.#tell(refusedError, index, { what, hint, suggestion: '' })
  }

  #tell(
    makeError: typeof usageError,
    index: number,
    { what, hint, suggestion }: { what: string; hint: string | undefined; suggestion: string },
  ): HarnessError {
    const place = new SourceMap(this.source.text).atIndex(index)
    const frame = renderFrame(this.source.text, place.line, place.column)
    const message = `${shortened(what)} at ${formatPlace(this.source, place)}${suggestion === '' ? '' : `. ${suggestion}`}`
    return makeError(message, { frame, ...(hint === undefined ? {} : { hint }) })
  }
}

// The library turns a stack overflow into an error of the document.
const isTooDeep = (message: string): boolean => message.startsWith('Maximum call stack size exceeded')

const scalarText = (key: unknown): string => (isScalar(key) ? String(key.value) : '')
