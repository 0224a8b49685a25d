import { afterEach, describe, expect, it } from 'vitest'
import { chat } from '../../../seeds/chat/generate.js'
import type { Dataset, TableData } from '../../../src/model/dataset.js'
import { seedDataset, type SeedOptions } from '../../../src/seed/seed-dataset.js'
import { copyCountingSession, type CopyCountingSession } from '../../support/copy-counting-session.js'
import { decodeCopyBinary } from '../../support/decode-copy-binary.js'

const OPTIONS: SeedOptions = {
  seed: 1,
  mainRows: 500,
  tablesSql: 'TABLES',
  constraintsSql: 'CONSTRAINTS',
  onProgress: () => undefined,
}

describe('seedDataset', () => {
  it('runs the tables, then the rows in order, then the constraints', async () => {
    const session = honestSession(chat.generate(1, 500))
    const { rows } = await seedDataset(session, chat, OPTIONS)
    expect(session.scripts).toEqual(['TABLES', 'CONSTRAINTS'])
    expect(session.copies.map(({ sql }) => sql.split('"')[3])).toEqual(Object.keys(rows))
    expect(rows).toMatchObject({ tenants: 10, messages: 500, message_embeddings: 125 })
  })

  it('names every column, so that generated ones are left to the server', async () => {
    const session = honestSession(chat.generate(1, 500))
    await seedDataset(session, chat, OPTIONS)
    expect(session.copies[3]?.sql).toBe(
      'COPY "public"."messages" ("id", "tenant_id", "conversation_id", "sender_id", "body", "metadata", "is_read", ' +
        '"created_at") FROM STDIN (FORMAT binary)',
    )
  })

  it('loads in batches and tells how far it is after each', async () => {
    const progress: [number, string][] = []
    const onProgress = (fraction: number, detail: string): void => void progress.push([fraction, detail])
    const session = honestSession(LINES_TABLE)
    await seedDataset(session, LINES, { ...OPTIONS, onProgress, batchRows: 4 })
    expect(progress).toEqual([
      [0.4, 'lines, 4 of 10 rows'],
      [0.8, 'lines, 8 of 10 rows'],
      [1, 'lines, 10 of 10 rows'],
    ])
  })

  it('stops as soon as the listener throws, as it does on an abort', async () => {
    const session = honestSession(LINES_TABLE)
    const onProgress = (): void => {
      throw new Error('aborted')
    }
    await expect(seedDataset(session, LINES, { ...OPTIONS, onProgress, batchRows: 4 })).rejects.toThrow(
      'aborted',
    )
    expect(session.copies.length).toBe(1)
  })

  it('notices when the server loaded fewer rows than it was sent', async () => {
    const session = copyCountingSession(() => 3)
    await expect(seedDataset(session, LINES, { ...OPTIONS, batchRows: 4 })).rejects.toThrow(
      'Seeding table "lines" went wrong: COPY loaded 3 of 4 rows.',
    )
  })

  it('notices when a generator gives another number of rows than it announced', async () => {
    const liar = withTable({ ...LINES_DATA, rowCount: 11 })
    await expect(seedDataset(honestSession(LINES_TABLE), liar, OPTIONS)).rejects.toThrow(
      'it announced 11 rows and gave 10',
    )
  })

  it('names table, column and row of a value that does not fit', async () => {
    const misfit = withTable({ ...LINES_DATA, rows: () => [[1], [2], [3], [4], [5], [1.5]] })
    await expect(
      seedDataset(honestSession(LINES_TABLE), misfit, { ...OPTIONS, batchRows: 4 }),
    ).rejects.toThrow('Table "lines", after 4 rows: column "id" (integer) of row 2: expected an integer')
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
    return (await seedDataset(session, chat, { ...OPTIONS, ...options })).checksum
  }

  // Another value here means other data for every user: raise the dataset's generatorVersion with it.
  it('is this one for the generator of today', async () => {
    expect(chat.generatorVersion).toBe(1)
    expect(await checksum()).toBe('f43767cf8a9b9cffef9e2fb2f0b6176ce24f4b0c5c62ea320cc3383749726f75')
  })

  it('does not depend on how many rows go into a batch', async () => {
    expect(await checksum({ batchRows: 7 })).toBe(await checksum())
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

const LINES_DATA: TableData = {
  schema: 'public',
  table: 'lines',
  columns: [{ name: 'id', type: 'integer' }],
  rowCount: 10,
  rows: () => Array.from({ length: 10 }, (_, i) => [i]),
}
const LINES_TABLE = [LINES_DATA]
const withTable = (table: TableData): Dataset => ({ ...chat, generate: () => [table] })
const LINES = withTable(LINES_DATA)
