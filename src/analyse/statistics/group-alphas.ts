// How a group's share of alpha is spent on its members.

export interface GroupAlphas {
  /** At which a member is confirmed. */
  readonly confirming: number
  /** At which a member is refuted. */
  readonly refuting: number
}

/**
 * Of n members K must be confirmed. A false 'confirmed' needs one of at least n − K + 1 members of which the claim is
 * false to be confirmed by chance, so each is tested at share ÷ (n − K + 1): for every (K = n) that is the whole share, for
 * all must pass by themselves (intersection-union, Berger 1982); for at least one (K = 1) it is split among all. A
 * false 'refuted' needs one of K members of which it is true to be refuted by chance: share ÷ K.
 */
export const groupAlphas = (share: number, required: number, members: number): GroupAlphas => ({
  confirming: share / (members - required + 1),
  refuting: share / required,
})
