// A growing buffer to write network-order values into. DataView writes: Buffer's own check every argument again.

export class ByteWriter {
  length = 0
  private kept = 0
  private bytes: Buffer
  private view: DataView

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafeSlow(capacity)
    this.view = new DataView(this.bytes.buffer)
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

  /** An integer up to 2^53, as high and low words: a BigInt would be allocated for each value. */
  int64(value: number): void {
    const high = Math.floor(value / 0x1_0000_0000)
    this.int32(high)
    const at = this.advance(4)
    this.view.setUint32(at, value - high * 0x1_0000_0000)
  }

  float32(value: number): void {
    const at = this.advance(4)
    this.view.setFloat32(at, value)
  }

  float64(value: number): void {
    const at = this.advance(8)
    this.view.setFloat64(at, value)
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
    this.bytes.copyWithin(at, from, to)
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

  /** Call it before `view` or `bytes` is read: when the buffer grows, both are others. */
  private advance(size: number): number {
    const at = this.length
    this.length += size
    if (this.length > this.bytes.length) this.grow()
    return at
  }

  private grow(): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(this.length, this.bytes.length * 2))
    this.bytes.copy(grown)
    this.bytes = grown
    this.view = new DataView(grown.buffer)
  }
}
