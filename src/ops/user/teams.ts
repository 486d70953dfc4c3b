import type { UserAccount } from '../../types/UserAccount.ts'

/**
 * Returns the names of the user's teams.
 *
 * @param user - A user.
 * @returns The names in the server's order; empty if there are none.
 * @example
 * ```ts
 * import { userTeams } from 'wandb-run-ops/ops'
 *
 * userTeams({ teams: ['team', 'lab'] }) // => ['team', 'lab']
 * ```
 * @visibility hidden
 * @category User operations
 * @since 0.1.0
 */
export const userTeams = (user: Pick<UserAccount, 'teams'>): ReadonlyArray<string> => user.teams
