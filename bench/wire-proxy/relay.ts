// Carries messages of one link both ways, counts the client's requests, and answers one of them with an error.
import type { Link } from './link.js'
import { asksForEncryption, backendReader, frontendReader, type Message } from './message-reader.js'
import {
  ENCRYPTION_REFUSED,
  errorResponse,
  FAILING_QUERY,
  readyForQuery,
  statusOf,
  TERMINATE,
} from './messages.js'
import { owedReplies, type OwedReplies } from './owed-replies.js'
import type { Traffic, WireFault } from './wire-fault.js'

interface Relay {
  readonly link: Link
  readonly fault: WireFault
  readonly traffic: Traffic
  readonly owed: OwedReplies
  /** Replies to queries of the proxy's own, which the client must not see. */
  hiddenReplies: number
}

/** Returns when both sides have ended. */
export async function relay(link: Link, fault: WireFault, traffic: Traffic): Promise<void> {
  const relay: Relay = { link, fault, traffic, owed: owedReplies(), hiddenReplies: 0 }
  await Promise.allSettled([
    clientToServer(relay).finally(() => link.end('to-server')),
    serverToClient(relay).finally(() => link.end('to-client')),
  ])
}

async function clientToServer(relay: Relay): Promise<void> {
  const { link } = relay
  const read = frontendReader()
  const forward = requestForwarder(relay)
  for await (const chunk of link.client) {
    for (const message of read(chunk as Buffer)) {
      if (asksForEncryption(message)) await link.send('to-client', ENCRYPTION_REFUSED)
      else await forward(message)
    }
  }
}

async function serverToClient(relay: Relay): Promise<void> {
  const read = backendReader()
  for await (const chunk of relay.link.server) {
    for (const { type, bytes } of read(chunk as Buffer)) {
      if (relay.hiddenReplies === 0) await relay.link.send('to-client', bytes)
      if (type !== 'Z') continue
      if (relay.hiddenReplies > 0) relay.hiddenReplies--
      relay.owed.arrived(statusOf(bytes))
    }
  }
}

/** Simple queries and function calls are a request each; the others make a batch that Sync ends. */
const ALONE = 'QF'
const OF_BATCH = 'PBDECHS'

function requestForwarder(relay: Relay): (message: Message) => Promise<void> {
  const { link, fault, traffic, owed } = relay
  let inBatch = false
  let state: 'passing' | 'refusing' | 'closed' = 'passing'
  return async ({ type, bytes }) => {
    const isAlone = type !== null && ALONE.includes(type)
    const isOfBatch = type !== null && OF_BATCH.includes(type)
    const begins = isAlone || (isOfBatch && !inBatch)
    const ends = isAlone || type === 'S'
    inBatch = isOfBatch && !ends
    if (begins && ++traffic.requests === (fault.kind === 'error' ? fault.atRequest : null)) {
      state = await refuse(relay, fault as ErrorFault)
    }
    if (state === 'closed') return
    if (state === 'passing') {
      if (ends) owed.expect()
      await link.send('to-server', bytes)
    } else if (ends) {
      state = 'passing'
      await link.send('to-client', readyForQuery(owed.status()))
    }
  }
}

type ErrorFault = Extract<WireFault, { kind: 'error' }>

/** Tells the client the error; where it is in a transaction, the server's side of that has to fail as well. */
async function refuse(relay: Relay, { severity, code }: ErrorFault): Promise<'refusing' | 'closed'> {
  const { link, owed, traffic } = relay
  traffic.struck = true
  await owed.settled()
  if (severity === 'FATAL') {
    await link.send('to-client', errorResponse(severity, code))
    link.end('to-client')
    await link.send('to-server', TERMINATE)
    link.end('to-server')
    return 'closed'
  }
  if (owed.status() === 'T') {
    relay.hiddenReplies++
    owed.expect()
    await link.send('to-server', FAILING_QUERY)
    await owed.settled()
  }
  await link.send('to-client', errorResponse(severity, code))
  return 'refusing'
}
