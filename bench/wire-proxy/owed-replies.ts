// What a server still owes a client, and what it last said of the transaction: an error may be injected only between
// replies, or it would overtake one.
import type { TransactionStatus } from './messages.js'

export interface OwedReplies {
  /** A request went to the server: it will say ReadyForQuery once. */
  expect(): void
  /** The server said ReadyForQuery. */
  arrived(status: TransactionStatus): void
  /** Resolves when every request has its reply. */
  settled(): Promise<void>
  status(): TransactionStatus
}

export function owedReplies(): OwedReplies {
  // The server says ReadyForQuery once for the start-up itself.
  let owed = 1
  let status: TransactionStatus = 'I'
  let waiting: (() => void)[] = []
  return {
    expect: () => void owed++,
    arrived: (said) => {
      status = said
      owed--
      if (owed > 0) return
      for (const resolve of waiting) resolve()
      waiting = []
    },
    settled: () => (owed === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve))),
    status: () => status,
  }
}
