import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commands } from '../../cli/commands/index.ts'
import { completionScript, shells } from '../../cli/completion/scripts.ts'

const folder = mkdtempSync(join(tmpdir(), 'cli-completion-'))
const bash = join(folder, 'bash.sh')
writeFileSync(bash, completionScript('bash', commands))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What bash offers for the last word of a line. */
const offered = (...words: ReadonlyArray<string>): ReadonlyArray<string> => {
  const line = ['wandb-run-ops', ...words]
  const script = `source ${bash}
COMP_WORDS=(${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length - 1}
_wandb_run_ops; printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8', cwd: folder })
    .split('\n')
    .filter((word) => word !== '')
}

describe('bash', () => {
  test('offers all commands, and those that begin as the word does', () => {
    const names = commands.map(({ name }) => name)
    expect(offered('').toSorted()).toEqual([...names, 'help', '--help', '--version'].toSorted())
    expect(offered('ru')).toEqual(['runs'])
  })

  test.each(commands.map((command) => [command.name, command] as const))(
    'offers every option of %s, and the values of those that have choices',
    (name, { options }) => {
      const flags = [...Object.keys(options), 'help'].map((option) => `--${option}`)
      expect(offered(name, '--').toSorted()).toEqual(flags.toSorted())
      for (const [option, { choices, type }] of Object.entries(options))
        if (type === 'string' && choices !== undefined) expect(offered(name, `--${option}`, '')).toEqual(choices)
    },
  )

  test('offers what may follow a command', () => {
    expect(offered('completion', '').slice(0, 3)).toEqual(shells)
    expect(offered('help', 'hist')).toEqual(['history'])
    expect(offered('runs', '--columns', '')).toEqual([])
  })

  test('offers files for --output', () => {
    writeFileSync(join(folder, 'runs.parquet'), '')
    expect(offered('export', '-o', 'runs')).toEqual(['runs.parquet'])
  })

  test('is no error for a command that there is not', () => {
    expect(offered('nothing', '--')).toEqual([])
  })
})

test.each(['zsh', 'fish'] as const)('%s has every command and option', (shell) => {
  const script = completionScript(shell, commands)
  for (const { name, options } of commands)
    for (const option of Object.keys(options)) expect(script).toMatch(new RegExp(`${name}[^]*(--|-l )${option}\\b`))
})

test.each(shells)('the script for %s is one that it reads', (shell) => {
  const path = join(folder, `script.${shell}`)
  writeFileSync(path, completionScript(shell, commands))
  const { status, error, stderr } = spawnSync(shell, ['-n', path], { encoding: 'utf8' })
  // Not every machine has all shells.
  if (error === undefined) expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
