import { afterEach, describe, expect, it } from 'vitest'
import { chat } from '../../../seeds/chat/generate.js'
import type { Column, Dataset, TableData } from '../../../src/model/dataset.js'
import type { Session } from '../../../src/postgres/session.js'
import { seedDataset, type SeedOptions } from '../../../src/seed/seed-dataset.js'
import { copyCountingSession, type CopyCountingSession } from '../../support/copy-counting-session.js'
import { decodeCopyBinary } from '../../support/decode-copy-binary.js'
import { tableOfRows } from '../../support/table-of-rows.js'

const OPTIONS: SeedOptions = {
  seed: 1,
  mainRows: 500,
  tablesSql: 'TABLES',
  constraintsSql: 'CONSTRAINTS',
  onProgress: () => undefined,
  now: () => 0,
}

describe('seedDataset', () => {
  it('runs the tables, then the rows, then the constraints', async () => {
    const session = honestSession(chat.generate(1, 500))
    const { rows } = await seedDataset([session], chat, OPTIONS)
    expect(session.scripts).toEqual(['TABLES', 'CONSTRAINTS'])
    expect(new Set(session.copies.map(({ sql }) => sql.split('"')[3]))).toEqual(new Set(Object.keys(rows)))
    expect(rows).toMatchObject({ tenants: 10, messages: 500, message_embeddings: 125 })
  })

  it('names every column, so that generated ones are left to the server', async () => {
    const session = honestSession(chat.generate(1, 500))
    await seedDataset([session], chat, OPTIONS)
    expect(session.copies[0]?.sql).toBe(
      'COPY "public"."messages" ("id", "tenant_id", "conversation_id", "sender_id", "body", "metadata", "is_read", ' +
        '"created_at") FROM STDIN (FORMAT binary)',
    )
  })

  it('tells how far it is, and how fast, while rows are on their way', async () => {
    const progress: [number, string][] = []
    let seconds = 0
    await seedDataset([honestSession(LINES_TABLE)], LINES, {
      ...OPTIONS,
      onProgress: (fraction, detail) => void progress.push([fraction, detail]),
      now: () => seconds++ * 1e9,
    })
    expect(progress).toEqual([
      [0.4, 'lines, 10000 of 25000 rows, 10000 rows/s'],
      [0.8, 'lines, 20000 of 25000 rows, 10000 rows/s'],
      [1, 'lines, 25000 of 25000 rows, 8333 rows/s'],
    ])
  })

  it('stops as soon as the listener throws, as it does on an abort', async () => {
    const onProgress = (): void => {
      throw new Error('aborted')
    }
    const session = honestSession(LINES_TABLE)
    await expect(seedDataset([session], LINES, { ...OPTIONS, onProgress })).rejects.toThrow('aborted')
    expect(session.scripts).toEqual(['TABLES'])
  })

  it('stops the other sessions when one of them fails', async () => {
    const refusing = copyCountingSession(() => {
      throw new Error('disk full')
    })
    const tables = [
      ...LINES_TABLE,
      tableOfRows('few', LINES_COLUMNS, [[1]]),
      tableOfRows('more', LINES_COLUMNS, [[1]]),
    ]
    const healthy = honestSession(tables)
    const dataset: Dataset = { ...chat, generate: () => tables }
    await expect(seedDataset([healthy, refusing], dataset, OPTIONS)).rejects.toThrow('disk full')
    expect(healthy.copies.length).toBeLessThan(3)
  })

  it('freezes the rows of a table that the server can empty for it', async () => {
    const session = honestSession(LINES_TABLE)
    const freezable: Session = { ...session, query: async () => [{ freezable: 't' }] }
    await seedDataset([freezable], LINES, OPTIONS)
    expect(session.scripts).toEqual(['TABLES', 'begin; truncate "public"."lines"', 'commit', 'CONSTRAINTS'])
    expect(session.copies[0]?.sql).toBe('COPY "public"."lines" ("id") FROM STDIN (FORMAT binary, FREEZE)')
  })

  it('notices when the server loaded fewer rows than it was sent', async () => {
    const session = copyCountingSession(() => 3)
    await expect(seedDataset([session], LINES, OPTIONS)).rejects.toThrow(
      'Seeding table "lines" went wrong: COPY loaded 3 of 25000 rows.',
    )
  })

  it('names table, column and row of a value that does not fit', async () => {
    const misfit = withTable(tableOfRows('lines', LINES_COLUMNS, [[1], [1.5]]))
    await expect(seedDataset([honestSession(LINES_TABLE)], misfit, OPTIONS)).rejects.toThrow(
      'Table "lines": column "id" (integer) of row 2: expected an integer',
    )
  })
})

describe('the checksum of seeded data', () => {
  const timeZone = process.env['TZ']
  afterEach(() => {
    if (timeZone === undefined) delete process.env['TZ']
    else process.env['TZ'] = timeZone
  })

  const checksum = async (options: Partial<SeedOptions> = {}): Promise<string> => {
    const { seed, mainRows } = { ...OPTIONS, ...options }
    const session = honestSession(chat.generate(seed, mainRows))
    return (await seedDataset([session], chat, { ...OPTIONS, ...options })).checksum
  }

  // Another value here means other data for every user: raise the dataset's generatorVersion with it.
  it('is this one for the generator of today', async () => {
    expect(chat.generatorVersion).toBe(3)
    expect(await checksum()).toBe('13102aa4c845fb4955f273bd2e22a05f8762f2f8ced793e611f9a50c3a3277b8')
  })

  it('does not depend on how many sessions load the tables', async () => {
    const tables = chat.generate(1, 500)
    const sessions = [honestSession(tables), honestSession(tables)] as const
    expect((await seedDataset(sessions, chat, OPTIONS)).checksum).toBe(await checksum())
    expect(sessions.every(({ copies }) => copies.length > 0)).toBe(true)
  })

  it.each(['America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia'])(
    'does not depend on the time zone (%s)',
    async (zone) => {
      const here = await checksum()
      process.env['TZ'] = zone
      expect(await checksum()).toBe(here)
    },
  )

  it('is another one for another seed or scale', async () => {
    const checksums = [await checksum(), await checksum({ seed: 2 }), await checksum({ mainRows: 501 })]
    expect(new Set(checksums).size).toBe(3)
  })
})

/** Counts the rows it is really sent. */
function honestSession(tables: readonly TableData[]): CopyCountingSession {
  return copyCountingSession((sql, bytes) => {
    const table = tables.find(({ table }) => sql.startsWith(`COPY "public"."${table}" `))
    return decodeCopyBinary(table?.columns ?? [], [bytes]).length
  })
}

const LINES_COLUMNS: readonly Column[] = [{ name: 'id', type: 'integer' }]
const LINES_TABLE = [
  tableOfRows(
    'lines',
    LINES_COLUMNS,
    Array.from({ length: 25_000 }, (_, i) => [i]),
  ),
]
const withTable = (table: TableData): Dataset => ({ ...chat, generate: () => [table] })
const LINES = withTable(LINES_TABLE[0] as TableData)
