import type { LoadError } from '../../LoadError.ts'

const ofOneRun: ReadonlySet<LoadError['_tag']> = new Set([
  'FileUnreadable',
  'GraphqlRefused',
  'HttpFailed',
  'NotFound',
  'ResponseMalformed',
  'TimedOut',
])

/** Whether an error may be one of a single run, and tell nothing of the next. */
export const isOfOneRun = ({ _tag }: LoadError): boolean => ofOneRun.has(_tag)
