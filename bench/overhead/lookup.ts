// The two statements that every way executes: a key lookup, where the client is most of the latency, and one of about two
// milliseconds, where it should be next to nothing.
export interface Lookup {
  readonly name: string
  /** `$1` is its parameter. */
  readonly sql: string
  readonly parameter: string
  /** Executions of each way in each round. */
  readonly executions: number
}

export const LOOKUPS: readonly Lookup[] = [
  {
    name: 'primary key',
    sql: 'select note from accounts where id = $1',
    parameter: '4711',
    executions: 2000,
  },
  {
    name: '2 ms',
    sql: 'select count(*) from generate_series(1, $1::int)',
    parameter: '20000',
    executions: 150,
  },
]

/** The same for all: one connection each, and a plan that is made once. */
export const SETTINGS = { jit: 'off', plan_cache_mode: 'force_generic_plan' }

export const SETTINGS_SCRIPT = Object.entries(SETTINGS)
  .map(([name, value]) => `set ${name} = ${value}`)
  .join('; ')
