import { type Line, type Sandbox, startSandbox } from '../../sandbox/index.ts'
import { readLines } from '../../sandbox/records/read.ts'

const recording = new URL('../../sandbox/data/digits.jsonl.gz', import.meta.url)

/** The recorded project under the name that the documentation uses, `team/vision`. */
const renamed = (): ReadonlyArray<Line> => {
  const text = JSON.stringify(readLines(recording))
    .replaceAll('"entity":"harbor-lab"', '"entity":"team"')
    .replaceAll('"project":"digits"', '"project":"vision"')
    .replaceAll('"name":"digits"', '"name":"vision"')
  return JSON.parse(text)
}

/** Calls a function with the environment of a program that talks to a server with the project `team/vision`. */
export const withSandbox = async <A>(use: (env: Readonly<Record<string, string>>) => Promise<A>): Promise<A> => {
  const sandbox: Sandbox = await startSandbox({ records: renamed() })
  try {
    return await use({ WANDB_API_KEY: sandbox.apiKey, WANDB_BASE_URL: sandbox.url })
  } finally {
    await sandbox.close()
  }
}
