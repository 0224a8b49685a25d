// Templates with {slots}.
import type { RandomStream } from '../../src/model/random.js'

export type Slots = Readonly<Record<string, (random: RandomStream) => string>>

/** Fills each {slot} with a fresh draw and writes the first letter large. Throws RangeError for an unknown slot. */
export function fillSlots(template: string, slots: Slots, random: RandomStream): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const draw = slots[slot]
    if (draw === undefined) throw new RangeError(`template "${template}" has an unknown slot {${slot}}`)
    return draw(random)
  })
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}
