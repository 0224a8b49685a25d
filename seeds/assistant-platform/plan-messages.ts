// Which session each message belongs to, in the order of arrival: the messages of a session lie among those of others
// that were held at the same time.
import { randomStream } from '../../src/model/random.js'
import { hashInteger } from '../lib/hash-integer.js'

/** A message goes to one of the latest sessions of all tenants, the last ones more often. */
const ACTIVE_SESSIONS = 40
const TRIES = 4

export function planMessages(seed: number, messages: number, sessions: number): Uint32Array {
  const random = randomStream(seed, 'assistant-platform/message-plan')
  return Uint32Array.from({ length: messages }, (_, message) => {
    const latest = Math.floor((message / messages) * sessions)
    let session = latest
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const point = random.next()
      session = latest - Math.floor(Math.min(latest, ACTIVE_SESSIONS) * point * point)
      if (random.next() < talkativenessOf(seed, session)) break
    }
    return session
  })
}

/** Most sessions are a question or two, some are long. */
function talkativenessOf(seed: number, session: number): number {
  const point = hashInteger(seed, session) / 0x1_0000_0000
  return point * point * point
}
