// A growing buffer to write network-order values into. DataView writes: Buffer's own check every argument again.

/** Up to so many bytes a loop is faster than a call of copyWithin, which takes 40 ns however few they are. */
const FEW_BYTES = 48
const WORD_BYTES = 4

export class ByteWriter {
  length = 0
  private kept = 0
  private bytes: Buffer
  private view: DataView
  private limit: number

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafeSlow(capacity + WORD_BYTES)
    this.view = new DataView(this.bytes.buffer)
    this.limit = capacity
  }

  int8(value: number): void {
    const at = this.advance(1)
    this.view.setInt8(at, value)
  }

  int16(value: number): void {
    const at = this.advance(2)
    this.view.setInt16(at, value)
  }

  int32(value: number): void {
    const at = this.advance(4)
    this.view.setInt32(at, value)
  }

  /** False where one of them is not finite. */
  float32s(values: Float32Array): boolean {
    const at = this.advance(values.length * 4)
    const { view } = this
    // By index: for … of takes four times as long.
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? 0
      if (!Number.isFinite(value)) return false
      view.setFloat32(at + i * 4, value)
    }
    return true
  }

  float64(value: number): void {
    const at = this.advance(8)
    this.view.setFloat64(at, value)
  }

  /** A field of one byte: its length, then 1 or 0. */
  booleanField(value: boolean): void {
    const at = this.advance(5)
    this.view.setInt32(at, 1)
    this.view.setInt8(at + 4, value ? 1 : 0)
  }

  /** A field of four bytes: its length, then an integer. */
  int32Field(value: number): void {
    const at = this.advance(8)
    this.view.setInt32(at, 4)
    this.view.setInt32(at + 4, value)
  }

  /** A field of eight bytes: its length, then an integer up to 2^53, as high and low words: a BigInt would be allocated. */
  int64Field(value: number): void {
    const at = this.advance(12)
    const high = Math.floor(value / 0x1_0000_0000)
    this.view.setInt32(at, 8)
    this.view.setInt32(at + 4, high)
    this.view.setUint32(at + 8, value - high * 0x1_0000_0000)
  }

  /** UTF-8, without a length. */
  text(value: string): void {
    // A UTF-16 code unit becomes at most three bytes of UTF-8.
    const at = this.advance(value.length * 3)
    this.length = at + this.bytes.write(value, at, 'utf8')
  }

  /** Bytes written as hexadecimal digits, without a length. */
  hex(digits: string): void {
    const at = this.advance(digits.length / 2)
    this.bytes.write(digits, at, 'hex')
  }

  /** Leaves room for an int32 that `patchLength` fills in. */
  reserveLength(): number {
    return this.advance(4)
  }

  /** Writes the count of bytes that followed the reserved place. */
  patchLength(at: number): void {
    this.view.setInt32(at, this.length - at - 4)
  }

  /** What was written so far stays where it is, to be copied from; what is taken begins behind it. */
  keep(): void {
    this.kept = this.length
  }

  /** Writes kept bytes once more. Within one buffer: from another one it would take four times as long. */
  copy(from: number, to: number): void {
    const at = this.advance(to - from)
    if (to - from > FEW_BYTES) this.bytes.copyWithin(at, from, to)
    else this.copyWords(at, from, to)
  }

  /** Bytes written and not yet taken, behind those that are kept. */
  get pending(): number {
    return this.length - this.kept
  }

  /** Those bytes: valid until the next write. */
  take(): Buffer {
    const taken = this.bytes.subarray(this.kept, this.length)
    this.length = this.kept
    return taken
  }

  /** In words, of which the last may run over what comes next. */
  private copyWords(at: number, from: number, to: number): void {
    const { view } = this
    const shift = at - from
    for (let read = from; read < to; read += WORD_BYTES) view.setInt32(read + shift, view.getInt32(read))
  }

  /** Leaves room for a word more. Call it before `view` or `bytes` is read: when the buffer grows, both are others. */
  private advance(size: number): number {
    const at = this.length
    this.length += size
    if (this.length > this.limit) this.grow()
    return at
  }

  private grow(): void {
    this.limit = Math.max(this.length, this.limit * 2)
    const grown = Buffer.allocUnsafeSlow(this.limit + WORD_BYTES)
    this.bytes.copy(grown)
    this.bytes = grown
    this.view = new DataView(grown.buffer)
  }
}
