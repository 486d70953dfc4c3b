import { mustBe, type OptionCheck, oneOf } from '../../client/optionChecks.ts'

const step = mustBe('an integer', Number.isSafeInteger)

/** The checks of the options that choose the rows of a complete history. */
export const stepOptions: Readonly<Record<'minStep' | 'maxStep' | 'require', OptionCheck>> = {
  minStep: step,
  maxStep: step,
  require: oneOf('any', 'all'),
}
