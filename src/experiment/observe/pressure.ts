// How busy this machine is: a round on a busy one says less, and the reader should see it.
import { readFile } from 'node:fs/promises'
import { loadavg, platform } from 'node:os'
import type { Pressure } from '../../model/state.js'

/** Of the client's machine; a server elsewhere is not seen. */
export async function readPressure(): Promise<Pressure> {
  const text = await readFile('/proc/pressure/cpu', 'utf8').catch(() => '')
  const waiting = /^some avg10=([\d.]+)/m.exec(text)?.[1]
  const [load] = loadavg()
  return {
    cpuPercent: waiting === undefined ? null : Number(waiting),
    // Windows has none, and Node.js says 0.
    load: platform() === 'win32' ? null : Math.round((load ?? 0) * 100) / 100,
  }
}
