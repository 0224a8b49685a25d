// What a reader must know before believing a count.
import type { Inspection } from '../../model/inspection.js'
import { LIMITS } from './limits.js'

export function inspectionNotes({ server, statistics }: Pick<Inspection, 'server' | 'statistics'>): string[] {
  const notes: string[] = []
  if (!statistics.counting) {
    notes.push('The setting track_counts is off: nothing is counted, and no index is called unused.')
  }
  if (statistics.ageMs === null) {
    notes.push(
      'The statistics were never reset by hand; a crash also begins them anew. An index may be needed by what runs once a month.',
    )
  } else if (statistics.ageMs < LIMITS.statisticsAgeMs) {
    notes.push('The statistics are younger than a week: that an index is unused says little.')
  } else {
    notes.push('An index may be needed by what runs less often than the statistics are old.')
  }
  if (server.replica) {
    notes.push(
      'This is a replica: its scans are counted here, those of the primary there. An index is dropped on both.',
    )
  }
  if ((server.replicas ?? 0) > 0) {
    notes.push(
      `${server.replicas} replicas read the log of this server: what their queries use is counted there, not here.`,
    )
  }
  return notes
}
