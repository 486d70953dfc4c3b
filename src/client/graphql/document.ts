/** A GraphQL query, and the name of its operation. */
export interface GraphqlDocument {
  readonly name: string
  readonly text: string
}

/** The GraphQL types of variables, by name without the `$`. */
export type VariableTypes = Readonly<Record<string, string>>

/**
 * Builds a query.
 *
 * @param name - The name of the operation.
 * @param variables - The variables that the selection uses.
 * @param selection - The fields to select of the root.
 */
export const graphqlDocument = (name: string, variables: VariableTypes, selection: string): GraphqlDocument => {
  const types = Object.entries(variables).map(([variable, type]) => `$${variable}: ${type}`)
  return { name, text: `query ${name}${types.length === 0 ? '' : `(${types.join(', ')})`} { ${selection} }` }
}

/** The variables of a paged list. */
export const pageVariables = { first: 'Int', after: 'String' } as const

/**
 * Selects a page of a connection: `list(first: $first, after: $after) { ${pageSelection('id')} }`.
 *
 * @param node - The fields to select of each node.
 * @param edge - The fields to select of each edge beside the node.
 */
export const pageSelection = (node: string, edge = 'cursor'): string =>
  `pageInfo { endCursor hasNextPage } edges { ${edge}${edge === '' ? '' : ' '}node { ${node} } }`
