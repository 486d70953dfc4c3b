import type { Command } from '../arguments/Command.ts'
import { onePositional } from '../arguments/positionals.ts'
import { completionScript, type Shell, shells } from '../completion/scripts.ts'
import { usageError } from '../output/ExitError.ts'
import { exitCode } from '../output/exitCode.ts'
import { write } from '../output/write.ts'

const isShell = (text: string): text is Shell => (shells as ReadonlyArray<string>).includes(text)

/** Makes the command that prints the script for completion. */
export const completionCommand = (others: ReadonlyArray<Command>): Command => {
  const command: Command = {
    name: 'completion',
    group: 'Terminal',
    summary: 'Print the script that completes commands and options in bash, zsh or fish.',
    usage: `<${shells.join('|')}>`,
    words: shells,
    options: {},
    examples: [
      'completion bash > ~/.local/share/bash-completion/completions/wandb-run-ops',
      'completion zsh > ~/.zfunc/_wandb-run-ops',
      'completion fish > ~/.config/fish/completions/wandb-run-ops.fish',
    ],
    run: async (args, { stdout }) => {
      const shell = onePositional(args, `Missing the shell: write completion ${shells.join(', completion ')}.`)
      if (!isShell(shell)) throw usageError(`Unknown shell "${shell}": write one of ${shells.join(', ')}.`)
      await write(stdout, completionScript(shell, [...others, command]))
      return exitCode.ok
    },
  }
  return command
}
