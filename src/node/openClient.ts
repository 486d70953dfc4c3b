/** The client of a door in Node, where the environment has the key. */
export { clientFromEnv as openClient } from './clientFromEnv.ts'
