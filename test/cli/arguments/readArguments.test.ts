import { describe, expect, test } from 'vitest'
import type { Command } from '../../../cli/arguments/Command.ts'
import { type Request, readArguments } from '../../../cli/arguments/readArguments.ts'

const command = (name: string, group: Command['group']): Command => ({
  name,
  group,
  summary: `About ${name}.`,
  usage: '[options]',
  options: {
    order: { type: 'string', short: 'o', value: 'column', help: 'The order.' },
    keys: { type: 'string', short: 'k', repeatable: true, value: 'names', help: 'The keys.' },
    format: { type: 'string', value: 'name', choices: ['csv', 'tsv'], help: 'The format.' },
    json: { type: 'boolean', short: 'j', help: 'As JSON.' },
    'min-step': { type: 'string', value: 'step', help: 'The first step.' },
  },
  examples: [`${name} --json`],
  run: async () => 0,
})

const commands = [command('export', 'Files'), command('runs', 'Runs')]

const read = (...argv: ReadonlyArray<string>): Request => readArguments(argv, commands, '1.2.3', 80)

const argsOf = (request: Request) => {
  if (request._tag === 'Print') throw new Error(request.text)
  return request.args
}

const textOf = (request: Request): string => (request._tag === 'Print' ? request.text : 'a command')

const messageOf = (...argv: ReadonlyArray<string>): string => {
  try {
    read(...argv)
  } catch (error) {
    return (error as Error).message
  }
  return 'no error'
}

describe('values', () => {
  test('may begin with a dash', () => {
    expect(argsOf(read('runs', '--order', '-createdAt')).value('order')).toBe('-createdAt')
    expect(argsOf(read('runs', '-o-createdAt')).value('order')).toBe('-createdAt')
    expect(argsOf(read('runs', '--min-step=-5')).value('min-step')).toBe('-5')
  })

  test('of a repeatable option are all kept, in order', () => {
    expect(argsOf(read('runs', '-k', 'a', '--keys', 'b', '--keys=')).values('keys')).toEqual(['a', 'b', ''])
  })

  test('are absent without the option', () => {
    const args = argsOf(read('runs', 'one', '-j', '--', '--keys', '-x'))
    expect([args.has('json'), args.has('keys'), args.value('keys'), args.values('keys')]).toEqual([
      true,
      false,
      undefined,
      [],
    ])
    expect(args.positionals).toEqual(['one', '--keys', '-x'])
  })
})

test.each([
  [['rns'], 'Unknown command "rns". Did you mean runs?'],
  [['x'], 'Unknown command "x". Commands: export, runs.'],
  [['help', 'exprt'], 'Unknown command "exprt". Did you mean export?'],
  [['--json'], 'Unknown option --json. Try --help.'],
  [['runs', '--ordr=1'], 'Unknown option --ordr. Did you mean --order?'],
  [['runs', '-z'], 'Unknown option -z. Try runs --help.'],
  [['runs', '--json=yes'], '--json does not take a value.'],
  [['runs', '--order'], '--order requires a value: --order <column>.'],
  [['runs', '--order', '--keys', 'a'], '--order requires a value: --order <column>.'],
  [['runs', '--order', 'a', '-o', 'b'], '--order can be given only once.'],
  [['runs', '--format', 'cvs'], '--format must be one of csv, tsv, got "cvs". Did you mean csv?'],
] as const)('%j is refused', (argv, message) => {
  expect(messageOf(...argv)).toBe(message)
})

describe('help', () => {
  test('of the program lists the commands in groups, with a line each', () => {
    const text = textOf(read('--help'))
    expect(text).toMatch(
      /\nRuns:\n {2}runs +About runs\.\n\nFiles:\n {2}export +About export\.\n\nTerminal:\n {2}help /,
    )
    expect([textOf(read('help')), textOf(read('-h')), textOf(read())]).toEqual([text, text, text])
  })

  test('without any argument is a usage error', () => {
    expect([read(), read('help')]).toMatchObject([{ isUsageError: true }, { isUsageError: false }])
  })

  test('of a command is shown even if other arguments are invalid', () => {
    const text = textOf(read('help', 'runs'))
    expect(text).toMatch(/^Usage: wandb-run-ops runs \[options\]\n\nAbout runs\.\n/)
    expect(text).toContain('-k, --keys <names>')
    expect(text).toMatch(/--format <name> +The format\. \(choices: "csv", "tsv"\)/)
    expect(text).toMatch(/Examples:\n {2}wandb-run-ops runs --json\n$/)
    for (const argv of [['--help'], ['-h', '--ordr'], ['--nothing', '--help'], ['--format', 'x', '-h']])
      expect(textOf(read('runs', ...argv))).toBe(text)
  })

  test('is no wider than the terminal', () => {
    const { text } = readArguments(['runs', '-h'], commands, '1.2.3', 70) as { readonly text: string }
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(70)
  })

  test('the version is one line', () => {
    expect(textOf(read('--version'))).toBe('1.2.3\n')
  })
})
