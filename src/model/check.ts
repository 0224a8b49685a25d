// One thing that a server must have before a run can start on it.

export interface Check {
  readonly name: string
  /** limited: some runs need it and some do not; unknown: it cannot be seen from here. Only failed stops a run. */
  readonly state: 'ok' | 'failed' | 'limited' | 'unknown'
  readonly found: string
  /** What to do where it is missing; null otherwise. */
  readonly fix: string | null
}

export const passed = (name: string, found: string): Check => ({ name, state: 'ok', found, fix: null })
export const unknown = (name: string, found: string): Check => ({ name, state: 'unknown', found, fix: null })
export const failed = (name: string, found: string, fix: string): Check => ({
  name,
  state: 'failed',
  found,
  fix,
})
export const limited = (name: string, found: string, fix: string): Check => ({
  name,
  state: 'limited',
  found,
  fix,
})
