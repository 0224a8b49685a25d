// A migration without the statements that need what is not there. They become blanks, so that line and column of every
// other statement stay what they are in the file.
import type { LeftOut } from '../model/facts.js'
import type { SourceText } from '../model/scenario.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { sourceError } from '../postgres/sql/source-error.js'
import { droppedIndexes, isDropIndex } from './index-names.js'
import { lacks, usesPlaceholder, type Lacking } from './lacking.js'
import { namedRelations } from './named-relations.js'
import { parseFile } from './parse-file.js'
import { statementName } from './statement-name.js'

interface ReducedMigration {
  readonly files: readonly SourceText[]
  readonly statements: LeftOut['statements']
  /** Indexes that the statements left create and do not drop. */
  readonly indexesLeft: number
  readonly statementsLeft: number
}

/** Throws a usage error at a statement that names both what is left out and what stays. */
export async function leaveOutStatements(
  migrations: readonly SourceText[],
  declared: readonly string[],
  lacking: Lacking,
): Promise<ReducedMigration> {
  const relations = new Set(lacking.relations)
  const files: SourceText[] = []
  const statements: LeftOut['statements'] = []
  let [indexesLeft, statementsLeft] = [0, 0]
  for (const file of migrations) {
    const points = [...file.text]
    for (const statement of await parseFile(file, declared)) {
      const [start, end] = rangeOf(statement)
      const written = points.slice(start, end).join('')
      if (usesPlaceholder(written, lacking) || mustGo(file, statement, { ...lacking, relations })) {
        const { node, line } = statement
        if ('IndexStmt' in node && node.IndexStmt.idxname !== undefined) relations.add(node.IndexStmt.idxname)
        statements.push({ file: file.path, line, sql: written })
        points.splice(start, end - start, ...Array.from(written, blank))
      } else {
        indexesLeft += indexChange(statement)
        statementsLeft++
      }
    }
    files.push({ path: file.path, text: withoutPlaceholders(points.join(''), lacking) })
  }
  return { files, statements, indexesLeft, statementsLeft }
}

function mustGo(file: SourceText, statement: ParsedStatement, lacking: Lacking): boolean {
  if (!lacks(statement, lacking)) return false
  const names = [...namedRelations(statement)]
  const gone = names.filter((name) => lacking.relations.has(name))
  const stays = names.filter((name) => !lacking.relations.has(name))
  if (gone.length > 0 && stays.length > 0) throw divided(file, statement, gone, stays)
  return true
}

const divided = (
  file: SourceText,
  statement: ParsedStatement,
  gone: readonly string[],
  stays: readonly string[],
): Error =>
  sourceError(
    file,
    statement,
    `${statementName(statement)} names ${gone.join(', ')}, which is left out, and ${stays.join(', ')}, which stays`,
    { hint: 'Write a statement for each of them' },
  )

/** In code points of the file, the end excluded. */
const rangeOf = ({ offset, sql }: ParsedStatement): readonly [start: number, end: number] => [
  offset,
  offset + [...sql].length,
]

const blank = (character: string): string => (/[\r\n]/.test(character) ? character : ' ')

/** In a comment, where a name without a value would still be told as unknown. */
const withoutPlaceholders = (text: string, { placeholders }: Lacking): string =>
  placeholders.reduce((rest, name) => rest.replaceAll(`\${${name}}`, blankOf(name)), text)

const blankOf = (name: string): string => ' '.repeat(`\${${name}}`.length)

const indexChange = ({ node }: ParsedStatement): number =>
  'IndexStmt' in node ? 1 : isDropIndex(node) ? -droppedIndexes(node).length : 0
