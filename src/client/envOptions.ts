import { clientOptions } from './clientOptions.ts'
import { callback, flag, type OptionCheck } from './optionChecks.ts'

/** The checks of the options of a client that looks into the environment. */
export const envOptions: Readonly<
  Record<
    keyof typeof clientOptions | 'anonymous' | 'directory' | 'env' | 'home' | 'insecureHttp' | 'onWarning',
    OptionCheck | true
  >
> = {
  ...clientOptions,
  env: true,
  home: true,
  directory: true,
  anonymous: flag,
  insecureHttp: flag,
  onWarning: callback,
}
