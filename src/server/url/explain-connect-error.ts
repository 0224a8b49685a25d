// Why there is no connection, and what to do about it: what Node's sockets, `pg` and PostgreSQL say, in one voice.
import { addressLabel } from '../../model/address-label.js'
import type { Address } from '../../model/address.js'
import { environmentError } from '../../model/errors.js'
import { hostKind } from '../../model/host-kind.js'
import { ADVICE_BY_CODE, ADVICE_BY_MESSAGE, type Advice } from './connect-advice.js'

/** An environment error that names what was tried, never the password; what tells of no connection is returned as it is. */
export function explainConnectError(error: unknown, address: Address): unknown {
  if (!(error instanceof Error)) return error
  const advice = adviceOf(error, address)
  if (advice === undefined) return error
  return environmentError(`No connection to ${addressLabel(address)}: ${advice.reason}`, {
    hint: advice.action,
    cause: error,
  })
}

function adviceOf(error: Error, address: Address): Advice | undefined {
  const attempt = { address, kind: hostKind(address.host), message: error.message }
  const code = codeOf(error)
  const known =
    (code === undefined ? undefined : ADVICE_BY_CODE[code]) ??
    ADVICE_BY_MESSAGE.find(([pattern]) => pattern.test(error.message))?.[1]
  if (known !== undefined) return known(attempt)
  return code === undefined ? undefined : unforeseen(code, error.message)
}

/** A SQLSTATE, or the name of a system error; Node gives a bug of the program a code of the form ERR_… */
function codeOf(error: Error): string | undefined {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && !/^ERR_(?!SSL|TLS)/.test(code) ? code : undefined
}

const unforeseen = (code: string, message: string): Advice => ({
  reason: `${message} (${code})`,
  action: 'Try the same address with psql; the log of the server may say more',
})
