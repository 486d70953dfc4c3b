import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commands } from '../../cli/commands/index.ts'
import { tableFormats } from '../../cli/table/formats.ts'
import { END, START, withOptions } from '../../scripts/cli/optionsTable.ts'

const page = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8')
const table = page.slice(page.indexOf(START), page.indexOf(END))

/** The commands and flags of the rows of the table: `runs --limit`. */
const documented = table
  .split('\n')
  .filter((line) => line.startsWith('| `--'))
  .flatMap((line) => {
    const [, flags = '', names = ''] = line.split(/(?<!\\)\|/)
    const [flag] = flags.match(/--[\w-]+/) ?? []
    return [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => `${name} ${flag}`)
  })

describe('docs/cli.md', () => {
  test('has every option of every command, and no other', () => {
    const options = commands.flatMap(({ name, options }) => Object.keys(options).map((option) => `${name} --${option}`))
    expect(documented.toSorted()).toEqual(options.toSorted())
    expect(documented.length).toBeGreaterThan(40)
  })

  test('has them as the help has them', () => {
    expect(page).toBe(withOptions(page, commands))
  })

  test('has no option in its text that no command has', () => {
    const flags = new Set(commands.flatMap(({ options }) => Object.keys(options).map((option) => `--${option}`)))
    // Options of other programs, and of the program itself.
    for (const other of ['--help', '--version', '--no-deps']) flags.add(other)
    const named = [...page.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([flag]) => flag)
    expect(named.filter((flag) => !flags.has(flag))).toEqual([])
  })

  test('has every command and every format', () => {
    for (const { name } of commands) expect(page).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'))
    for (const format of tableFormats) expect(page).toContain(`\`${format}\``)
  })
})
