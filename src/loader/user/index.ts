/**
 * Loaders of users, teams and entities.
 *
 * @packageDocumentation
 */
export * from './EntityQuery.ts'
export * from './loadEntity.ts'
export * from './loadTeam.ts'
export * from './loadUser.ts'
export * from './loadUsers.ts'
export * from './loadViewer.ts'
