import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupMembers } from '../../../../seeds/lib/groups.js'

it('lists the members of each group in ascending order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 6 })), (groupOf) => {
      const groups = groupMembers(groupOf, 7)
      const listed = Array.from({ length: 7 }, (_, group) =>
        Array.from({ length: groups.size(group) }, (_, position) => groups.member(group, position)),
      )
      const expected = listed.map((_, group) =>
        [...groupOf.keys()].filter((member) => groupOf[member] === group),
      )
      expect(listed).toEqual(expected)
    }),
  )
})
