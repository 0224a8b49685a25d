// Where the sweep ran, and the command that repeats it.
import { redact } from '../../model/redact.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import { escapeCode, escapeText, fencedBlock } from '../escape.js'
import { counted, formatBytes, formatDuration } from '../format.js'
import { left, markdownTable } from '../markdown/markdown-table.js'

export function surroundingsSection({ run, machine, server, pgvector }: SweepEvidence): string {
  const rows = [
    ['PostgreSQL', `${escapeText(server.version)} (${server.kind})`],
    ['version()', escapeText(server.description)],
    ['pgvector', escapeText(pgvector)],
    [
      'machine',
      `${escapeText(machine.cpu)}, ${counted(machine.cores, 'core')}, ${formatBytes(machine.memoryBytes)}, ${escapeText(machine.platform)}`,
    ],
    ['indexproof', `${escapeText(run.toolVersion)}, seed ${run.seed}`],
    ['sweep', `${escapeCode(run.id)}, ${escapeText(run.startedAt)}, ${formatDuration(run.durationMs)}`],
  ]
  const settings = Object.entries(server.settings).map(([name, value]) => `${name} = ${value}`)
  return [
    '## Environment',
    markdownTable([left('what'), left('value')], rows),
    ...(settings.length === 0
      ? []
      : ['<details><summary>Settings</summary>', fencedBlock('text', settings.join('\n')), '</details>']),
    '## Repeat it',
    fencedBlock('sh', redact(run.command)),
  ].join('\n\n')
}
