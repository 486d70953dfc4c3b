import type { Line } from '../../../sandbox/index.ts'
import { lines } from '../../sandbox/fixture.ts'

/** The projects of a team, and two users. */
export const people: ReadonlyArray<Line> = [
  ...lines,
  { kind: 'user', username: 'grace', name: 'Grace', email: 'grace@example.com' },
]
