import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { bestRunOptions, bestRuns, takesBest } from '../load/bestRuns.ts'
import { pageUrl } from '../load/pageUrl.ts'
import { type Source, withSource } from '../load/source.ts'
import { readTarget, type Target } from '../load/target.ts'
import { openBrowser } from '../output/browser.ts'
import { usageError } from '../output/ExitError.ts'
import { exitCode } from '../output/exitCode.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'

const targetOf = async (source: Source, args: Args): Promise<Target> => {
  if (args.has('best')) {
    const [run] = await bestRuns(source, args, 1)
    return { kinds: ['Run'], path: `${run?.entity}/${run?.project}/runs/${run?.id}` }
  }
  const [path = ''] = args.positionals
  return path === '' ? { kinds: ['Project'], path: source.project ?? '' } : readTarget(source, path)
}

const runOpen = async (args: Args, streams: Streams): Promise<number> => {
  const [, other] = args.positionals
  if (other !== undefined) throw usageError(`Unexpected argument "${other}": write one path.`)
  takesBest(args)
  const url = await withSource(args, streams, async (source) => pageUrl(source.client, await targetOf(source, args)))
  // Whoever reads the output of the program wants the address, not a page.
  const wantsPage = streams.stdout.isTTY && !args.has('print')
  if (wantsPage && (await openBrowser(url, streams))) streams.stderr.write(`Opened ${escapeControl(url)}\n`)
  else await write(streams.stdout, `${escapeControl(url)}\n`)
  return exitCode.ok
}

/** Opens a page of the web app. */
export const openCommand: Command = {
  name: 'open',
  group: 'Projects, sweeps and artifacts',
  summary: 'Open the page of a run, project, sweep, report or artifact in the browser, or print its URL.',
  usage: '[path] [options]',
  options: {
    print: {
      type: 'boolean',
      help: 'Print the URL instead of opening it; the default without a terminal or a browser.',
    },
    ...bestRunOptions,
    ...projectOptions,
  },
  examples: [
    'open team/vision/a1b2c3d4',
    'open team/vision --print',
    'open team/vision/model:best',
    'open --best summary.accuracy --project team/vision',
  ],
  run: runOpen,
}
