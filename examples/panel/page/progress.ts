import type { Progress } from 'wandb-run-ops/loader'
import { button, byId, h } from './dom.ts'
import { count } from './format.ts'

/** The bar that is there while a load goes on. */
export const progressBar = (stop: () => void) => {
  const box = byId('progress', HTMLElement)
  const bar = h('progress', { 'aria-label': 'Loading' })
  const words = h('span', { role: 'status' })
  box.className = 'progress'
  box.append(bar, words, button('Stop', stop))
  return {
    begin: (): void => {
      bar.removeAttribute('value')
      words.textContent = 'Asking the server…'
      box.hidden = false
    },
    tell: ({ loaded, phase, total }: Progress): void => {
      if (total !== undefined && total > 0) {
        bar.max = total
        bar.value = loaded
      }
      words.textContent =
        total === undefined ? `${count(loaded)} ${phase}` : `${count(loaded)} of ${count(total)} ${phase}`
    },
    end: (): void => {
      box.hidden = true
    },
  }
}
