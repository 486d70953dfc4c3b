import type { LoadError } from '../../LoadError.ts'

const perRunErrors: ReadonlySet<LoadError['_tag']> = new Set([
  'FileUnreadable',
  'GraphqlRefused',
  'HttpFailed',
  'NotFound',
  'ResponseMalformed',
  'TimedOut',
])

/** Whether an error may concern a single run, so that others can still be loaded. */
export const isOfOneRun = ({ _tag }: LoadError): boolean => perRunErrors.has(_tag)
