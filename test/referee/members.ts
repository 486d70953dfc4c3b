import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { members } from '../../scripts/pythonPage/members.ts'
import type { Tally } from './tally.ts'

const program = fileURLToPath(new URL('members.py', import.meta.url))

/** Compares the tables of docs/python.md with the public members of an installed client. */
export const documentedMembers = (python: string, tally: Tally): void => {
  const installed: unknown = JSON.parse(execFileSync(python, [program], { encoding: 'utf8' }))
  const ours = Object.fromEntries(Object.entries(members).map(([name, table]) => [name, Object.keys(table).toSorted()]))
  tally.same('docs/python.md has every public member of the client, and no other', installed, ours)
}
