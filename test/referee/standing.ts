import type { Version } from './venv.ts'

const both = ['0.31', '0.30'] as const
const all = ['0.31', '0.30', '0.19'] as const

/** The versions of the official client in which each defect was seen. The others are right, or lack what is asked for. */
export const standing = {
  D1: both,
  D2: both,
  D3: all,
  D4: both,
  D5: both,
  D6: both,
  D7: all,
  D8: all,
  D9: all,
  D10: all,
  D11: both,
  D12: all,
  D13: all,
  D14: all,
  D15: all,
  D16: all,
  D17: all,
  D18: all,
  D19: all,
  D20: both,
  D21: all,
  D22: all,
  D23: all,
  D24: all,
  D25: both,
  D26: both,
  D27: all,
} satisfies Readonly<Record<string, ReadonlyArray<Version>>> as Readonly<Record<Defect, ReadonlyArray<Version>>>

export type Defect =
  `D${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27}`

/** What each version does not have, of all that it is asked. */
export const lacks: Readonly<Record<Version, ReadonlyArray<string>>> = {
  '0.31': [],
  '0.30': [],
  '0.19': [
    'Api.artifact_collections(order)',
    'ArtifactCollection.updated_at',
    'BetaReport.created_at',
    'BetaReport.user',
    'Project.created_at',
    'Project.is_benchmark',
    'Project.owner',
    'Run.console_logs',
    'Run.download_history_exports',
    'Run.files(pattern)',
    'Sweep.agents',
    'Sweep.created_at',
    'Sweep.description',
    'Sweep.method',
    'Sweep.run_count',
    'Sweep.updated_at',
    'User.name',
  ],
}

/** Says for each defect in which versions it stands, as the page about the official client has it in its last column. */
export const readStanding = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    page
      .split('\n')
      .filter((line) => /^\| D\d+ \|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map((cells) => [cells[1] ?? '', cells.at(-2) === 'all' ? all.join(', ') : (cells.at(-2) ?? '')]),
  )
