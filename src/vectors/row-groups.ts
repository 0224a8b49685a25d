// Whose a row is and what kind it is of: what filters ask for.

export interface RowGroups {
  readonly tenants: Int32Array
  readonly categories: Int32Array
}
