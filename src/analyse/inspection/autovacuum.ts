// When autovacuum comes to a table: by the server's settings, or by the table's own.
import type { InspectedTable } from '../../model/inspection.js'
import type { AutovacuumSettings, TableFacts } from '../../model/inspection-facts.js'

export function tableAutovacuum(
  { options, rowsAtStatistics, deadRows }: TableFacts,
  server: AutovacuumSettings,
): InspectedTable['autovacuum'] {
  const own = options.filter((option) => option.startsWith('autovacuum_'))
  const setting = (name: string): string | undefined => {
    const prefix = `autovacuum_${name}=`
    return own.find((option) => option.startsWith(prefix))?.slice(prefix.length)
  }
  // A negative value of a table means the server's.
  const number = (name: string, otherwise: number): number => {
    const value = Number(setting(name) ?? -1)
    return value < 0 ? otherwise : value
  }
  const rows = rowsAtStatistics ?? 0
  const plain =
    number('vacuum_threshold', server.vacuumThreshold) +
    number('vacuum_scale_factor', server.vacuumScaleFactor) * rows
  const vacuumAbove = Math.min(plain, highest(setting('vacuum_max_threshold'), server.vacuumMaxThreshold))
  const analyzeAbove =
    number('analyze_threshold', server.analyzeThreshold) +
    number('analyze_scale_factor', server.analyzeScaleFactor) * rows
  const enabled = server.enabled && !isFalse(setting('enabled'))
  return { enabled, own, vacuumAbove, analyzeAbove, due: deadRows > vacuumAbove }
}

/** −1 switches the maximum off, for a server as for a table. */
function highest(own: string | undefined, server: number | null): number {
  const value = own === undefined ? server : Number(own)
  return value === null || value < 0 ? Infinity : value
}

/** As PostgreSQL reads a boolean. */
const isFalse = (text: string | undefined): boolean =>
  text !== undefined && /^(f(a(l(s(e)?)?)?)?|n(o)?|off?|0)$/i.test(text)
