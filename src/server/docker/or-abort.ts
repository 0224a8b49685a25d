// Waiting that ends with an abort, for calls that know no signal.

/** Settles as `work` does, or rejects with the signal's reason; `work` itself goes on, and its end is ignored. */
export async function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
