// The settings that a scenario leaves alone, under "settings" as in SET: they would change who is asking, what code is
// loaded, what the server writes to its log, or limits that the run itself relies on.
import type { Refusal } from './refusal.js'

const LEAVE_OUT = 'Leave it out: settings of a scenario are those that an application would choose'

const ANYWHERE: readonly (readonly [RegExp, Refusal])[] = [
  refused('role|session_authorization', {
    why: 'would act as another role',
    hint: 'The role of a query is its key "role"; a migration runs as the owner',
  }),
  refused(String.raw`\w+_preload_libraries|dynamic_library_path|extension_control_path|jit_provider`, {
    why: 'loads code into the server',
    hint: LEAVE_OUT,
  }),
  refused(
    'allow_system_table_mods|allow_in_place_tablespaces|ignore_system_indexes|ignore_checksum_failure|zero_damaged_pages|session_replication_role|event_triggers|lo_compat_privileges',
    { why: 'switches off what the server checks for every application', hint: LEAVE_OUT },
  ),
  refused(String.raw`log_\w+|debug_\w+|trace_\w+|backtrace_functions|auto_explain\.\w+`, {
    why: 'fills the log of the server, or slows or distorts what is measured',
    hint: LEAVE_OUT,
  }),
  refused(String.raw`archive_\w+|recovery_\w+|restore_command|primary_\w+`, {
    why: 'belongs to the whole server',
    hint: LEAVE_OUT,
  }),
  refused(String.raw`client_connection_check_interval|tcp_\w+`, {
    why: 'would let statements run on after the run has ended',
    hint: LEAVE_OUT,
  }),
]

/** A migration may bound its own waiting, as many do; it is undone at its end. A query's limits are the run's. */
const UNDER_SETTINGS = refused(
  String.raw`statement_timeout|lock_timeout|idle_\w+_timeout|transaction_\w+|default_transaction_\w+`,
  { why: 'is set by the run itself while it measures', hint: LEAVE_OUT },
)

/** Why SET of this name is refused in a migration; undefined where it is not. */
export const refusedSet = (name: string): Refusal | undefined => find(ANYWHERE, name)

/** Why the name is refused under "settings"; undefined where it is not. */
export const refusedSetting = (name: string): Refusal | undefined => find([...ANYWHERE, UNDER_SETTINGS], name)

const find = (rules: typeof ANYWHERE, name: string): Refusal | undefined =>
  rules.find(([pattern]) => pattern.test(name))?.[1]

// PostgreSQL compares the names of settings without case, even quoted ones.
function refused(names: string, refusal: Refusal): readonly [RegExp, Refusal] {
  return [new RegExp(`^(?:${names})$`, 'i'), refusal]
}
