/** Counts checks and prints the result of each. */
export interface Report {
  /** Runs a check, which returns its problems, and returns whether there are none. */
  readonly check: (name: string, problems: () => Promise<ReadonlyArray<string>>) => Promise<boolean>
  /** Prints the number of passed and failed checks and returns the exit code. */
  readonly close: () => number
}

const caught = async (problems: () => Promise<ReadonlyArray<string>>): Promise<ReadonlyArray<string>> => {
  try {
    return await problems()
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

/** Creates a report that prints with `print`. */
export const makeReport = (print: (line: string) => void): Report => {
  const counts = { passed: 0, failed: 0 }
  return {
    check: async (name, problems) => {
      const found = await caught(problems)
      const outcome = found.length === 0 ? 'passed' : 'failed'
      counts[outcome] += 1
      print(`${outcome}  ${name}`)
      for (const problem of found) print(`        ${problem.replaceAll('\n', '\n        ')}`)
      return found.length === 0
    },
    close: () => {
      print(`${counts.passed} passed, ${counts.failed} failed`)
      return counts.failed === 0 ? 0 : 1
    },
  }
}
