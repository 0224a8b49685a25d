// Which members each group has, in two typed arrays: ten million memberships fit into 40 MB.

export interface Groups {
  /** Members of the group. */
  size(group: number): number
  /** The member at a position, 0 to size - 1; members stand in ascending order. */
  member(group: number, position: number): number
}

/** `groupOf[member]` is the member's group, 0 to groupCount - 1. */
export function groupMembers(groupOf: ArrayLike<number>, groupCount: number): Groups {
  const starts = new Uint32Array(groupCount + 1)
  for (let member = 0; member < groupOf.length; member++) {
    const next = (groupOf[member] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let group = 0; group < groupCount; group++)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  const members = new Uint32Array(groupOf.length)
  const filled = starts.slice()
  for (let member = 0; member < groupOf.length; member++) {
    const group = groupOf[member] ?? 0
    const at = filled[group] ?? 0
    members[at] = member
    filled[group] = at + 1
  }
  return {
    size: (group) => (starts[group + 1] ?? 0) - (starts[group] ?? 0),
    member: (group, position) => members[(starts[group] ?? 0) + position] ?? 0,
  }
}
