import { clientOptions } from './clientOptions.ts'
import { callback, flag } from './optionChecks.ts'

/** The checks of the options of a client that looks into the environment. */
export const envOptions = {
  ...clientOptions,
  env: true,
  home: true,
  directory: true,
  anonymous: flag,
  insecureHttp: flag,
  onWarning: callback,
} as const
