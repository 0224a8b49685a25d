// Where a position in a text is. PostgreSQL's parser counts statements in UTF-8 bytes but errors in code points,
// YAML counts in UTF-16 units; people count lines, and columns in characters.

/** Both from 1; the column counts code points. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A byte, and the code points before it. */
interface Anchor {
  readonly byte: number
  readonly codePoint: number
}

const NEWLINE = 0x0a
/** Between two anchors code points are counted: a file of one long line must not be counted from its start each time. */
const STRIDE_BYTES = 1024

export class SourceMap {
  readonly #text: string
  readonly #bytes: Buffer
  readonly #lines: readonly Anchor[]
  readonly #anchors: readonly Anchor[]

  constructor(text: string) {
    this.#text = text
    this.#bytes = Buffer.from(text, 'utf8')
    const { lines, anchors } = findAnchors(this.#bytes)
    this.#lines = lines
    this.#anchors = anchors
  }

  /** Length of the text in UTF-8 bytes. */
  get byteLength(): number {
    return this.#bytes.length
  }

  /** The text between two byte offsets, the end excluded. */
  slice(start: number, end: number): string {
    return this.#bytes.toString('utf8', start, end)
  }

  /** The place of a UTF-8 byte offset, from 0. */
  atByte(byte: number): Place {
    const index = lastIndexAtOrBefore(this.#lines, (line) => line.byte, byte)
    return { line: index + 1, column: this.codePointOfByte(byte) - (this.#lines[index]?.codePoint ?? 0) + 1 }
  }

  /** The place of a code point, counted from 0. */
  atCodePoint(codePoint: number): Place {
    const index = lastIndexAtOrBefore(this.#lines, (line) => line.codePoint, codePoint)
    return { line: index + 1, column: codePoint - (this.#lines[index]?.codePoint ?? 0) + 1 }
  }

  /** The place of a UTF-16 index, as JavaScript counts strings, from 0. */
  atIndex(index: number): Place {
    return this.atByte(Buffer.byteLength(this.#text.slice(0, index), 'utf8'))
  }

  /** Code points before the place. */
  codePointAt(place: Place): number {
    return (this.#lines[place.line - 1]?.codePoint ?? 0) + place.column - 1
  }

  /** Code points before a UTF-8 byte offset. */
  codePointOfByte(byte: number): number {
    const anchor = this.#anchors[lastIndexAtOrBefore(this.#anchors, (anchor) => anchor.byte, byte)]
    return (anchor?.codePoint ?? 0) + countCodePoints(this.#bytes, anchor?.byte ?? 0, byte)
  }

  /** Bytes before a code point, counted from 0. */
  byteOfCodePoint(codePoint: number): number {
    const place = this.atCodePoint(codePoint)
    let byte = this.#lines[place.line - 1]?.byte ?? 0
    for (let left = place.column - 1; left > 0 && byte < this.#bytes.length; left--) {
      byte++
      while (isContinuation(this.#bytes[byte])) byte++
    }
    return byte
  }
}

function findAnchors(bytes: Buffer): { lines: readonly Anchor[]; anchors: readonly Anchor[] } {
  const lines: Anchor[] = [{ byte: 0, codePoint: 0 }]
  const anchors: Anchor[] = []
  let codePoint = 0
  for (const [byte, value] of bytes.entries()) {
    if (byte % STRIDE_BYTES === 0) anchors.push({ byte, codePoint })
    if (!isContinuation(value)) codePoint++
    if (value === NEWLINE) lines.push({ byte: byte + 1, codePoint })
  }
  return { lines, anchors }
}

function lastIndexAtOrBefore<T>(items: readonly T[], key: (item: T) => number, wanted: number): number {
  let low = 0
  let high = items.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const item = items[middle]
    if (item !== undefined && key(item) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}

function countCodePoints(bytes: Buffer, from: number, to: number): number {
  let count = 0
  for (const byte of bytes.subarray(from, to)) if (!isContinuation(byte)) count++
  return count
}

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80
