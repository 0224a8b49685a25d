// The statements that reach beyond the database of the run: the machine, the whole server, other servers, who may do
// what. Kinds are nodes of PostgreSQL's parse tree.
import type { Refusal } from './refusal.js'

const CODE: Refusal = {
  why: 'runs code that cannot be checked beforehand',
  hint: 'A scenario holds migrations and queries in plain SQL',
}
const EXTENSION: Refusal = {
  why: 'loads code into the server',
  hint: 'Leave it out: an extension that the dataset names (vector) is there before the first statement of a scenario runs',
}
const SERVER: Refusal = {
  why: 'changes more of the server than the database of the run',
  hint: 'Leave it out: a scenario works in the one database that is made for it',
}
const ROLES: Refusal = {
  why: 'changes who may do what on the server',
  hint: 'Roles belong to the dataset; a query names one of them with its key "role"',
}
const NETWORK: Refusal = {
  why: 'connects the server with other servers',
  hint: 'Leave it out: all data comes from the dataset',
}
const PROGRAM: Refusal = {
  why: 'runs a program on the machine of the server',
  hint: 'Leave it out: data comes from the dataset',
}
const FILE: Refusal = {
  why: 'reads or writes a file on the machine of the server',
  hint: 'Leave it out: data comes from the dataset',
}

const BY_KIND: Readonly<Record<string, Refusal>> = {
  ...all(CODE, 'CreateFunctionStmt', 'AlterFunctionStmt', 'DoStmt', 'CreatePLangStmt', 'CreateTransformStmt'),
  ...all(CODE, 'CreateEventTrigStmt', 'AlterEventTrigStmt'),
  ...all(EXTENSION, 'CreateExtensionStmt', 'AlterExtensionStmt', 'AlterExtensionContentsStmt', 'LoadStmt'),
  ...all(SERVER, 'AlterSystemStmt', 'CreatedbStmt', 'AlterDatabaseStmt', 'AlterDatabaseSetStmt'),
  ...all(SERVER, 'AlterDatabaseRefreshCollStmt', 'DropdbStmt', 'CheckPointStmt'),
  ...all(SERVER, 'CreateTableSpaceStmt', 'AlterTableSpaceOptionsStmt', 'AlterTableMoveAllStmt'),
  ...all(SERVER, 'DropTableSpaceStmt', 'SecLabelStmt'),
  ...all(ROLES, 'CreateRoleStmt', 'AlterRoleStmt', 'AlterRoleSetStmt', 'DropRoleStmt', 'GrantRoleStmt'),
  ...all(ROLES, 'DropOwnedStmt', 'ReassignOwnedStmt'),
  ...all(NETWORK, 'CreateFdwStmt', 'AlterFdwStmt', 'CreateForeignServerStmt', 'AlterForeignServerStmt'),
  ...all(NETWORK, 'CreateUserMappingStmt', 'AlterUserMappingStmt', 'DropUserMappingStmt'),
  ...all(NETWORK, 'CreateForeignTableStmt', 'ImportForeignSchemaStmt'),
  ...all(NETWORK, 'CreateSubscriptionStmt', 'AlterSubscriptionStmt', 'DropSubscriptionStmt'),
  ...all(NETWORK, 'CreatePublicationStmt', 'AlterPublicationStmt'),
}

/** What DROP, RENAME, OWNER TO, COMMENT and GRANT work on: their nodes are shared with harmless objects. */
const BY_OBJECT: Readonly<Record<string, Refusal>> = {
  ...all(SERVER, 'OBJECT_DATABASE', 'OBJECT_TABLESPACE', 'OBJECT_PARAMETER_ACL'),
  ...all(ROLES, 'OBJECT_ROLE'),
  ...all(EXTENSION, 'OBJECT_EXTENSION'),
  ...all(CODE, 'OBJECT_LANGUAGE', 'OBJECT_EVENT_TRIGGER', 'OBJECT_TRANSFORM'),
  ...all(NETWORK, 'OBJECT_FDW', 'OBJECT_FOREIGN_SERVER', 'OBJECT_SUBSCRIPTION', 'OBJECT_PUBLICATION'),
}

/** Why a node of the parse tree is refused; undefined for one that is not. */
export function refusedStatement(
  kind: string,
  fields: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  if (kind === 'CopyStmt' && fields['filename'] !== undefined) return fields['is_program'] ? PROGRAM : FILE
  if (Object.hasOwn(BY_KIND, kind)) return BY_KIND[kind]
  if (!kind.endsWith('Stmt')) return undefined
  const object = fields['objtype'] ?? fields['objectType'] ?? fields['removeType'] ?? fields['renameType']
  return typeof object === 'string' && Object.hasOwn(BY_OBJECT, object) ? BY_OBJECT[object] : undefined
}

function all(refusal: Refusal, ...names: readonly string[]): Record<string, Refusal> {
  return Object.fromEntries(names.map((name) => [name, refusal]))
}
