import { run } from './command.ts'

/** What a user installs to test in Jest, in its default mode too, and in vitest. */
export const testPackages: ReadonlyArray<string> = [
  ...['jest@30', 'babel-jest@30', '@babel/core@7', '@babel/preset-env@7', 'vitest@4'],
]

const esModules = 'esModules.test.mjs'

/** The commands of docs/testing.md by the name of their check. */
const commands: Readonly<Record<string, { readonly args: ReadonlyArray<string>; readonly env?: string }>> = {
  'node:test': { args: ['--test', 'nodeTest.mjs'] },
  'Jest, in its default mode': { args: ['node_modules/jest/bin/jest.js'] },
  'Jest, with ES modules': {
    args: ['node_modules/jest/bin/jest.js', '--rootDir', '.', '--config', '{"testMatch":["**/esModules.test.mjs"]}'],
    env: '--experimental-vm-modules',
  },
  vitest: { args: ['node_modules/vitest/vitest.mjs', 'run', '--globals', esModules] },
}

/** Runs the tests of a user in every test runner that docs/testing.md names, and returns the problems by runner. */
export const testRunnerChecks = (
  consumer: string,
): ReadonlyArray<{ readonly name: string; readonly problems: () => Promise<ReadonlyArray<string>> }> =>
  Object.entries(commands).map(([name, { args, env }]) => ({
    name,
    problems: async () => {
      const { code, output } = await run(process.execPath, args, consumer, { NODE_OPTIONS: env ?? '' })
      // A runner that finds no test must not pass.
      return code === 0 && /2 passed|pass 2\b/.test(output) ? [] : [output.trim()]
    },
  }))
