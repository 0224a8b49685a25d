// What a dataset must say of itself so that it can be seeded on any server. Generators live in seeds/.

import type { RandomStream } from './random.js'

export type ColumnType =
  | 'boolean'
  | 'smallint'
  | 'integer'
  | 'bigint'
  | 'double'
  | 'numeric'
  | 'text'
  | 'jsonb'
  | 'timestamptz'
  | 'date'
  | 'uuid'
  | 'vector'

/**
 * One value of a row, by column type: boolean → boolean; smallint, integer, bigint, double → number (integers up to
 * 2^53); numeric → number, an integer in units of 10^-scale; text, uuid → string; jsonb → its JSON text; timestamptz,
 * date → milliseconds since 1970; vector → Float32Array.
 */
export type ColumnValue = boolean | number | string | Float32Array | null

/** `scale` is the number of digits after the point. */
export type ColumnFormat =
  { readonly type: Exclude<ColumnType, 'numeric'> } | { readonly type: 'numeric'; readonly scale: number }

export type Column = ColumnFormat & { readonly name: string }

/** How the values of a column are made, row by row. Rows count from 0. */
export interface ColumnSource {
  readonly format: ColumnFormat
  /** Share of the rows that have NULL, 0 to 1. */
  readonly nullShare: number
  readonly content: ColumnContent
}

export type ColumnContent =
  | { readonly kind: 'drawn'; draw(row: number, random: RandomStream): ColumnValue }
  /** `pick` gives an index into the pool. */
  | {
      readonly kind: 'pooled'
      readonly pool: readonly ColumnValue[]
      pick(row: number, random: RandomStream): number
    }
  /** Texts put together of parts, most of which are known beforehand. */
  | {
      readonly kind: 'composed'
      readonly parts: readonly string[]
      compose(row: number, random: RandomStream, text: TextParts): void
    }
  /** Vectors: `fillIn` sets every component of one, whose content before means nothing. */
  | {
      readonly kind: 'filled'
      readonly dimensions: number
      fillIn(vector: Float32Array, row: number, random: RandomStream): void
    }

export interface TextParts {
  /** The part of that index comes next. */
  part(index: number): void
  /** A text that is no part: costs more. */
  add(text: string): void
}

/**
 * Random streams begin anew with every block, so that any block can be made by itself. A column's functions depend on
 * their row and stream alone, never on what they were called for before.
 */
export const BLOCK_ROWS = 10_000

export interface TableData {
  readonly schema: string
  readonly table: string
  readonly columns: readonly Column[]
  readonly rowCount: number
  /** In the order of the columns. */
  readonly sources: readonly ColumnSource[]
  /** The random streams that a block of BLOCK_ROWS rows begins with, one for each column. */
  streamsOf(block: number): readonly RandomStream[]
  /** A fresh pass over the rows as values, the same every time: to look at, loading encodes them without. */
  rows(): Iterable<readonly ColumnValue[]>
}

export const SCALES = ['small', 'medium', 'large'] as const
export type ScaleName = (typeof SCALES)[number]

/** How large to make a dataset: a named size, or the rows of its main table. */
export interface Scale {
  readonly label: string
  readonly mainRows: number
}

/** Extensions that some tables need and not every server has. */
export const EXTENSIONS = ['vector'] as const
export type ExtensionName = (typeof EXTENSIONS)[number]

/** SQL files of the dataset's folder: tables first; keys, policies and grants after the rows are in. */
export interface DatasetFiles {
  readonly tables: string
  readonly constraints: string
}

/** What of a dataset goes when an extension is left out. Nothing else of the dataset may refer to it. */
export interface ExtensionPart {
  readonly tables: readonly string[]
  /** Names of facts that are about these tables. */
  readonly facts: readonly string[]
  readonly files: DatasetFiles
}

export interface DatasetRole {
  /** Name in scenarios; in SQL it is the placeholder `${role_<name>}`. */
  readonly name: string
  readonly purpose: string
}

/** What of a dataset is searched by distance: `sweep` looks for the best index of it. */
export interface DatasetVectors {
  readonly table: TableData
  readonly column: string
  /** Whose a row is: each tenant has a number of its own, from 1. */
  tenantOf(row: number): number
}

export interface Dataset {
  readonly name: string
  readonly title: string
  /** Raised whenever the same seed would give other bytes. */
  readonly generatorVersion: number
  /** The table whose rows a scale counts. */
  readonly mainTable: string
  readonly scales: Readonly<Record<ScaleName, number>>
  /** By extension: the tables that need it. */
  readonly extensions: Readonly<Partial<Record<ExtensionName, ExtensionPart>>>
  readonly roles: readonly DatasetRole[]
  /** Tenants are sized by counting `table.column`; queries see theirs through `setting`. */
  readonly tenancy: {
    /** public unless told. */
    readonly schema?: string
    readonly table: string
    readonly column: string
    readonly setting: string
  }
  /** Disk that a row of the main table takes, with all that hangs on it and the indexes of a usual migration. */
  readonly bytesPerMainRow: number
  /** Of the tables that need no extension. */
  readonly files: DatasetFiles
  /** Facts of the data that a reader of the report needs, such as vector dimensions. */
  readonly facts: Readonly<Record<string, string | number>>
  /** Tables in the order they load. The same seed and scale give the same rows. */
  generate(seed: number, mainRows: number): readonly TableData[]
  /** Of the same rows; where the dataset has no vectors there is none. */
  readonly vectors?: (seed: number, mainRows: number) => DatasetVectors
}
