import type { Sandbox } from './startSandbox.ts'

const refuse = (_: unknown): Promise<Sandbox> =>
  Promise.reject(new Error('startSandbox needs Node.js: start it in a process of its own and connect to its URL.'))

/** What stands for the sandbox where there is no Node.js to run it. */
export { refuse as startSandbox }
