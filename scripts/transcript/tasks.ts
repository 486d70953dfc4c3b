import type { Sandbox } from '../../sandbox/index.ts'

/** Something that a user wants to know or to have, and the command for it. */
export interface Task {
  readonly title: string
  /** What is typed into a shell. */
  readonly command: string
  /** What happens on the server while the command runs. */
  readonly meanwhile?: (sandbox: Sandbox) => Promise<void>
}

/** When the commands are run, so that words such as `today` always mean the same. */
export const NOW = '2026-11-21T20:00:00Z'

const PROJECT = 'harbor-lab/digits'

const sweepRuns = `--filter '{"jobType": "sweep"}'`

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Ends the run that is still running, once the program has seen it. */
const endRun = async ({ store, requests }: Sandbox): Promise<void> => {
  for (let tries = 0; requests.length < 2 && tries < 200; tries += 1) await pause(50)
  await pause(200)
  const run = store.project('harbor-lab', 'digits')?.run('6y19mgha') as { state: string } | undefined
  if (run !== undefined) run.state = 'finished'
}

/** Tasks that somebody tries who knows `gh` and `wandb`, each of which is one command. */
export const tasks: ReadonlyArray<Task> = [
  {
    title: 'The best run of the last seven days',
    command: `wandb-run-ops runs ${PROJECT} --created 7d --order -summary.accuracy --limit 1 --columns name,id,config.family,summary.accuracy`,
  },
  {
    title: 'The config of the best run of a sweep against that of the second best',
    command: `wandb-run-ops diff --best summary.val_loss --minimize --project ${PROJECT} ${sweepRuns} --only config`,
  },
  {
    title: 'Its loss as a plot',
    command: `wandb-run-ops plot --best summary.val_loss --minimize --project ${PROJECT} ${sweepRuns} --keys val_loss,train/loss --overlay --smooth 0.6 --height 10`,
  },
  {
    title: 'The model that was tagged as the best',
    command: `wandb-run-ops download ${PROJECT}/digits-mlp:best --output model`,
  },
  {
    title: 'All runs in a Parquet file with the right types',
    command: `wandb-run-ops export --project ${PROJECT} --output runs.parquet`,
  },
  {
    title: 'The mean accuracy by optimizer, for an issue',
    command: `wandb-run-ops query 'runs.groupby((row) => row.config["optimizer"]).map((row) => row.summary["accuracy"].avg)' --project ${PROJECT} --format markdown`,
  },
  {
    title: 'How many runs there were a day, by the clocks of your time zone; the start of each day is in UTC',
    command: `wandb-run-ops query 'runs.groupby((row) => row.createdAt.day("Europe/Berlin")).map((row) => row.count)' --project harbor-lab/nightly`,
  },
  {
    title: 'Which runs crashed today',
    command: `wandb-run-ops runs ${PROJECT} --created today --state crashed,failed --columns name,id,state,createdAt,runtime`,
  },
  {
    title: 'Following a run until it ends',
    command: `wandb-run-ops runs ${PROJECT} --filter '{"displayName": "wide-3"}' --watch --every 1`,
    meanwhile: endRun,
  },
  {
    title: 'The data sets of a project as CSV',
    command: `wandb-run-ops artifacts ${PROJECT} --type dataset --limit 4 --format csv`,
  },
  {
    title: 'The sweeps of a project',
    command: `wandb-run-ops sweeps ${PROJECT}`,
  },
  {
    title: 'The address of the page of the best run',
    command: `wandb-run-ops open --best summary.accuracy --project ${PROJECT} --print`,
  },
]
