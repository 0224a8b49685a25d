// The parts of a composed text, added in groups: each group then gives the index of one of its own.

export interface PartList {
  /** Everything added so far. */
  readonly parts: readonly string[]
  /** A part for each different key. */
  each<K extends string>(keys: readonly K[], write: (key: K) => string): (key: K) => number
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
    each: (keys, write) => {
      const indexes = new Map(keys.map((key) => [key, one(write(key))]))
      return (key) => indexes.get(key) ?? -1
    },
    range: (count, write) => {
      const first = parts.length
      for (let number = 0; number < count; number++) one(write(number))
      return (number) => first + number
    },
  }
}
