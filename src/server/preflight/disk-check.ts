// Is there room for the data? Told before hours of seeding end in "No space left on device".
import { statfs } from 'node:fs/promises'
import { gibibytes } from './gibibytes.js'
import type { ServerNeeds } from './needs.js'
import { failed, passed, unknown, type Check } from '../../model/check.js'

/** `folder` is null where the server's disk cannot be seen from here. */
export async function diskCheck(
  folder: string | null,
  { diskBytes: neededBytes, diskFix: fix }: Pick<ServerNeeds, 'diskBytes' | 'diskFix'>,
): Promise<Check> {
  const free = await freeBytes(folder)
  if (free === null) return unknown('disk', 'cannot be seen from here')
  const found = `${gibibytes(free)} free${neededBytes === 0 ? '' : `, about ${gibibytes(neededBytes)} needed`}`
  return free >= neededBytes ? passed('disk', found) : failed('disk', found, fix)
}

/** Null where the disk of the folder cannot be seen from here. */
export async function freeBytes(folder: string | null): Promise<number | null> {
  const disk = folder === null ? null : await statfs(folder).catch(() => null)
  return disk === null ? null : disk.bavail * disk.bsize
}
