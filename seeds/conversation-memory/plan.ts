// How many rows each table has, whose they are, and when. References are computed from the row, so nothing is remembered.
import { arrivalClock, type ArrivalClock } from '../lib/arrival-clock.js'
import { hashInteger } from '../lib/hash-integer.js'

/** Messages of a conversation; the report has 72. */
const MESSAGES_PER_CONVERSATION = 40
/** The longest of 500 conversations then has 2 % of the messages. */
export const CONVERSATION_EXPONENT = 0.5
/** Of a hundred leads so many become a job. */
const JOBS_OF_100_LEADS = 40
const PERIOD = { start: Date.UTC(2024, 0, 1), end: Date.UTC(2025, 10, 1) } as const
export const DATASET = 'conversation-memory'

export interface MemoryPlan {
  readonly seed: number
  readonly messages: number
  readonly conversations: number
  readonly customers: number
  readonly leads: number
  readonly jobs: number
  /** When rows of a table were made, in their order. */
  clockOf(rows: number): ArrivalClock
  /** Every lead is of one customer; some customers have several. */
  customerOfLead(lead: number): number
  /** Every job came of a lead. */
  leadOfJob(job: number): number
}

export function planMemory(seed: number, messages: number): MemoryPlan {
  const conversations = Math.max(3, Math.floor(messages / MESSAGES_PER_CONVERSATION))
  const customers = Math.max(3, Math.floor(conversations * 0.8))
  // Each conversation is with a lead of its own: only one of a lead may be open.
  const leads = conversations
  const jobs = Math.max(1, Math.floor((leads * JOBS_OF_100_LEADS) / 100))
  return {
    seed,
    messages,
    conversations,
    customers,
    leads,
    jobs,
    clockOf: (rows) => arrivalClock({ ...PERIOD, events: Math.max(1, rows), seed }),
    customerOfLead: (lead) => (lead < customers ? lead : hashInteger(seed, lead) % customers),
    leadOfJob: (job) => Math.floor((job * 100) / JOBS_OF_100_LEADS) % leads,
  }
}
