/** A query of a project. */
export const inProject = (operation: string, parameters: string, selection: string): string =>
  `query ${operation}($entity: String!, $project: String!${parameters}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName ${selection} } }`

/** A query of one artifact version, by its path or by its id. */
export const ofVersion = (operation: string, by: 'id' | 'path', parameters: string, selection: string): string =>
  by === 'id'
    ? `query ${operation}($id: ID!${parameters}) { artifact(id: $id) { ${selection} } }`
    : inProject(
        operation,
        `, $name: String!, $alias: String!${parameters}`,
        `artifactCollection(name: $name) { artifactMembership(aliasName: $alias) { artifact { ${selection} } } }`,
      )
