// The parts of a composed text, added in groups: each group then gives the index of one of its own.

export interface PartList {
  /** Everything added so far. */
  readonly parts: readonly string[]
  /** A part for each number from 0 up to before `count`. */
  range(count: number, write: (number: number) => string): (number: number) => number
  one(part: string): number
}

export function partList(): PartList {
  const parts: string[] = []
  const one = (part: string): number => parts.push(part) - 1
  return {
    parts,
    one,
    range: (count, write) => {
      const first = parts.length
      for (let number = 0; number < count; number++) one(write(number))
      return (number) => first + number
    },
  }
}
