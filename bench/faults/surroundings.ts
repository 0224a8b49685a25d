// What is around a run, seen from outside: a fault may leave nothing of ours there, and change nothing of others'.

export interface Snapshot {
  /** Things a run may have made, each in words that say where it is. */
  readonly ours: readonly string[]
  /** Checksums of what belongs to somebody else, by its name. */
  readonly neighbours: Readonly<Record<string, string>>
}

export interface Surroundings {
  snapshot(): Promise<Snapshot>
}

export const joinSurroundings = (all: readonly Surroundings[]): Surroundings => ({
  snapshot: async () => {
    const snapshots = await Promise.all(all.map((surroundings) => surroundings.snapshot()))
    return {
      ours: snapshots.flatMap(({ ours }) => ours),
      neighbours: Object.assign(
        {},
        ...snapshots.map(({ neighbours }) => neighbours),
      ) as Snapshot['neighbours'],
    }
  },
})

export interface Difference {
  readonly left: readonly string[]
  readonly changed: readonly string[]
}

/** Neighbours that came or went count as changed. */
export function compareSnapshots(before: Snapshot, after: Snapshot): Difference {
  const names = new Set([...Object.keys(before.neighbours), ...Object.keys(after.neighbours)])
  return {
    left: after.ours.filter((thing) => !before.ours.includes(thing)),
    changed: [...names].filter((name) => before.neighbours[name] !== after.neighbours[name]),
  }
}

/** Of a server whose runs touch nothing outside of their folders. */
export const nothingOutside: Surroundings = {
  snapshot: () => Promise.resolve({ ours: [], neighbours: {} }),
}
