import type { Progress } from 'wandb-run-ops/loader'
import { button, byId, h } from './dom.ts'
import { count } from './format.ts'

/** Shows the progress of a load. */
export const progressBar = (stop: () => void) => {
  const box = byId('progress', HTMLElement)
  const bar = h('progress', { 'aria-label': 'Loading' })
  const status = h('span', { role: 'status' })
  box.className = 'progress'
  box.append(bar, status, button('Stop', stop))
  return {
    begin: (): void => {
      bar.removeAttribute('value')
      status.textContent = 'Sending the query…'
      box.hidden = false
    },
    update: ({ loaded, phase, total }: Progress): void => {
      if (total !== undefined && total > 0) {
        bar.max = total
        bar.value = loaded
      }
      status.textContent =
        total === undefined ? `${count(loaded)} ${phase}` : `${count(loaded)} of ${count(total)} ${phase}`
    },
    end: (): void => {
      box.hidden = true
    },
  }
}
