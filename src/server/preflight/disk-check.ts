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
  const disk = folder === null ? null : await statfs(folder).catch(() => null)
  if (disk === null) return unknown('disk', 'cannot be seen from here')
  const freeBytes = disk.bavail * disk.bsize
  const found = `${gibibytes(freeBytes)} free${neededBytes === 0 ? '' : `, about ${gibibytes(neededBytes)} needed`}`
  return freeBytes >= neededBytes ? passed('disk', found) : failed('disk', found, fix)
}
