// What somebody filled in when signing up: keys depend on the role, a few are rare.
import type { RandomStream } from '../../src/model/random.js'
import { pick } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'
import type { Role } from './plan.js'

const NAME_POOL = 1000
const SUBJECTS = [
  'Mathematics',
  'English',
  'Science',
  'History',
  'Geography',
  'Music',
  'Art',
  'Computing',
] as const
const DEGREES = ['B.Ed', 'B.Sc', 'M.Ed', 'PGCE'] as const
const CLASSES = ['A', 'B', 'C', 'D'] as const
/** One applicant in a hundred heard of the school in a way that is written down. */
const REFERRED = 0.01
const REFERRALS = ['open-day', 'scholarship', 'transfer', 'sibling'] as const

/** A source of JSON texts for the role of a user. */
export function profileTexts(
  seed: number,
  roleOf: (user: number) => Role,
): (user: number, random: RandomStream) => string {
  const names = drawPool(NAME_POOL, seed, 30, (faker) => faker.person.fullName())
  const streets = drawPool(NAME_POOL, seed, 31, (faker) => faker.location.streetAddress())
  return (user, random) =>
    JSON.stringify({
      fullName: pick(names, random),
      phone: `+44 7${String(random.below(1_000_000_000)).padStart(9, '0')}`,
      ...(roleOf(user) === 'student' ? student(names, streets, random) : staff(random)),
      ...(random.next() < REFERRED ? { referral: pick(REFERRALS, random) } : {}),
    })
}

const student = (names: readonly string[], streets: readonly string[], random: RandomStream): object => ({
  className: `${1 + random.below(12)}${pick(CLASSES, random)}`,
  dateOfBirth: `${2007 + random.below(12)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
  guardian: { name: pick(names, random), relation: random.coin() ? 'mother' : 'father' },
  address: pick(streets, random),
})

const staff = (random: RandomStream): object => ({
  subjects: [pick(SUBJECTS, random), pick(SUBJECTS, random)],
  qualification: pick(DEGREES, random),
  yearsOfExperience: random.below(25),
})
