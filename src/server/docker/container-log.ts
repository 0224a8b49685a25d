// The end of what a container wrote: the reason why it did not start is there.
import type { Engine } from './engine.js'

const LINES = 15

/** Never throws: an engine can be set up to keep no log. */
export async function endOfLog(container: ReturnType<Engine['getContainer']>): Promise<string> {
  const bytes = await container.logs({ stdout: true, stderr: true, tail: LINES }).catch(() => Buffer.alloc(0))
  const text = withoutHeaders(bytes).trim()
  return text === '' ? 'It wrote no log' : `The end of its log:\n${text}`
}

/** Both streams come as one, in frames with a header of 8 bytes: the stream, and the length in the last four. */
function withoutHeaders(bytes: Buffer): string {
  const parts: Buffer[] = []
  for (let at = 0; at + 8 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at + 4)
    parts.push(bytes.subarray(at + 8, end))
    at = end
  }
  return Buffer.concat(parts).toString('utf8')
}
