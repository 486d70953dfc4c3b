/**
 * People and teams, as far as an API key may see them.
 *
 * @packageDocumentation
 */
export * from './EntityQuery.ts'
export * from './loadEntity.ts'
export * from './loadTeam.ts'
export * from './loadUser.ts'
export * from './loadUsers.ts'
export * from './loadViewer.ts'
