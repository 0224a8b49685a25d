// What the indexes themselves give cause to say.
import type { Attribution } from '../../model/attribution.js'
import type { Warning } from '../../model/result.js'

export function warnOfAttribution(attribution: Attribution | null): Warning[] {
  if (attribution === null) return []
  const harmful = attribution.indexes.filter(({ verdict }) => verdict === 'harmful')
  return [
    ...harmful.map(({ index, reason }) => ({
      code: 'index-harmful',
      query: null,
      message: `Index ${index} does harm: ${reason}.`,
    })),
    ...attribution.overlaps.map(({ kind, index, of }) => ({
      code: kind === 'duplicate' ? 'index-duplicate' : 'index-prefix',
      query: null,
      message:
        kind === 'duplicate'
          ? `Index ${index} duplicates ${of}.`
          : `Index ${index} is a prefix of ${of}, which can do its work.`,
    })),
  ]
}
