// The command that repeats the run. A URL in it loses its password.
import type { Result } from '../../model/result.js'
import { redact } from '../../model/redact.js'
import { fencedBlock } from '../escape.js'

export const repeatSection = ({ run }: Result): string =>
  ['## Repeat it', fencedBlock('sh', redact(run.command))].join('\n\n')
