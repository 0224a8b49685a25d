// What a server shows of its use, by one statement that changes nothing and needs no rights.
import type { Session } from '../../postgres/session.js'
import type { Looks, Setting } from './guard.js'

/**
 * Settings of the database (for any role), of this role, and of all; an environment's variable that postgresql.conf sets is in no
 * catalog, so those two are asked by name. Sessions of others show no backend_type to a plain role.
 */
const LOOKS = `
with stored (setting) as (
  select unnest(s.setconfig)
  from pg_db_role_setting s
  where s.setdatabase = (select oid from pg_database where datname = current_database())
     or s.setdatabase = 0 and s.setrole in (0, (select oid from pg_roles where rolname = session_user))
), settings (name, value) as (
  select split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1) from stored
  union
  select name, current_setting(name, true)
  from unnest(array['app.environment', 'app.env', 'cluster_name']) name
)
select current_database() as database,
       pg_is_in_recovery() as is_in_recovery,
       (select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()) as comment,
       (select coalesce(json_agg(json_build_object('name', name, 'value', value)), '[]')
        from settings
        where value <> '' and name ~* '(^|[._])(env|environment|cluster_name)$') as environment_settings,
       (select count(*)
        from pg_stat_activity
        where datid is not null and usesysid is not null
          and coalesce(backend_type, 'client backend') = 'client backend'
          and pid <> pg_backend_pid() and application_name is distinct from 'indexproof') as foreign_sessions`

export async function readLooks(session: Session): Promise<Looks> {
  const [row] = await session.query(LOOKS)
  return {
    database: row?.['database'] ?? '',
    isInRecovery: row?.['is_in_recovery'] !== 'f',
    databaseComment: row?.['comment'] ?? null,
    environmentSettings: JSON.parse(row?.['environment_settings'] ?? '[]') as Setting[],
    foreignSessions: Number(row?.['foreign_sessions'] ?? 0),
  }
}
