// The functions that reach beyond the tables of the run, or fake what is measured. A function is refused by its name,
// whatever its schema: no scenario can make one of its own.
import type { Refusal } from './refusal.js'

const LEAVE_OUT = 'Leave the call out: a query reads and writes the tables of its dataset'

const REFUSED: readonly (readonly [RegExp, Refusal])[] = [
  refused('set_config', {
    why: 'could take on another role',
    hint: 'The role of a query is its key "role", its settings are under "settings"',
  }),
  refused(
    String.raw`pg_read_(?:binary_)?file\w*|pg_ls_\w+|pg_stat_file|pg_file_\w+|pg_logdir_ls|pg_current_logfile|pg_hba_file_rules|pg_ident_file_mappings|pg_show_all_file_settings`,
    { why: 'reads or writes files of the server', hint: LEAVE_OUT },
  ),
  refused(
    // By name: columns such as lo_revenue are in well-known benchmarks, and t.name may call a function.
    'lo_(?:import|export|creat|create|open|close|get|put|from_bytea|unlink|manage|lseek|lseek64|tell|tell64|truncate|truncate64)|loread|lowrite',
    {
      why: 'works on large objects, which are files of the server or last beyond a rollback',
      hint: LEAVE_OUT,
    },
  ),
  refused(String.raw`dblink\w*|postgres_fdw_\w+`, { why: 'connects to another server', hint: LEAVE_OUT }),
  refused('pg_terminate_backend|pg_cancel_backend', {
    why: 'ends the work of other sessions',
    hint: LEAVE_OUT,
  }),
  refused(
    String.raw`(?:query|cursor|table|schema|database)_to_xml\w*|ts_stat|ts_rewrite|xpath_table|crosstab\w*|connectby`,
    { why: 'runs or reads what a text says, unchecked', hint: 'Write the statement itself' },
  ),
  refused(String.raw`pg_(?:try_)?advisory_\w+`, {
    why: 'takes locks of the kind that keep runs apart',
    hint: 'Leave the lock out: nobody else works on this database',
  }),
  refused(String.raw`pg_sleep\w*`, {
    why: 'waits instead of working, and would be measured as work',
    hint: 'Leave it out: only the work of the statement is compared',
  }),
  refused(
    String.raw`pg_prewarm|autoprewarm_\w+|pg_buffercache_evict\w*|pg_(?:restore|clear|set)_(?:relation|attribute|extended)_stats|pg_stat_reset\w*|pg_stat_statements_reset`,
    { why: 'changes caches or statistics, which are part of what is measured', hint: LEAVE_OUT },
  ),
  refused(
    String.raw`pg_reload_conf|pg_rotate_logfile\w*|pg_switch_\w+|pg_create_restore_point|pg_promote|pg_wal_replay_(?:pause|resume)|pg_(?:backup_)?(?:start|stop)(?:_backup)?|pg_log_\w+|pg_logical_\w+|pg_replication_\w+|pg_(?:create|copy|drop|sync)_\w*replication_slots?|pg_export_snapshot|pg_import_system_collations|pg_nextoid|pg_stop_making_pinned_objects|binary_upgrade_\w+`,
    { why: 'acts on the whole server', hint: LEAVE_OUT },
  ),
]

/** Why a function of this name is refused; undefined for one that is not. */
export const refusedFunction = (name: string): Refusal | undefined =>
  REFUSED.find(([pattern]) => pattern.test(name))?.[1]

function refused(names: string, refusal: Refusal): readonly [RegExp, Refusal] {
  return [new RegExp(`^(?:${names})$`, 'i'), refusal]
}
