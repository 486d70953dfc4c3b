import { describe, expect, test } from 'vitest'
import { browserCommand } from '../../../cli/output/browser.ts'

const url = 'https://wandb.ai/team/vision/runs/a?b=1&c=$(id)'

describe('browserCommand', () => {
  test('starts the program of the system, with the URL as one argument', () => {
    expect(browserCommand(url, {}, 'darwin')).toEqual({ program: 'open', args: [url] })
    expect(browserCommand(url, { DISPLAY: ':0' }, 'linux')).toEqual({ program: 'xdg-open', args: [url] })
    expect(browserCommand(url, {}, 'win32')).toEqual({
      program: 'rundll32',
      args: ['url.dll,FileProtocolHandler', url],
    })
  })

  test('finds no browser where there is no screen', () => {
    expect(browserCommand(url, {}, 'linux')).toBeUndefined()
  })

  test('honours BROWSER, whose quoted words may contain spaces and whose %s is the URL', () => {
    expect(browserCommand(url, { BROWSER: 'firefox' }, 'linux')).toEqual({ program: 'firefox', args: [url] })
    expect(browserCommand(url, { BROWSER: `"/opt/my browser" --new-window '%s' -x` }, 'linux')).toEqual({
      program: '/opt/my browser',
      args: ['--new-window', url, '-x'],
    })
  })

  test.each(['javascript:alert(1)', 'file:///etc/passwd', '--version', '', 'x'])('refuses %j', (text) => {
    expect(browserCommand(text, { BROWSER: 'firefox' }, 'linux')).toBeUndefined()
  })

  test('encodes what could end a word', () => {
    expect(browserCommand('https://wandb.ai/a b"\n', { BROWSER: 'x' }, 'linux')?.args).toEqual([
      'https://wandb.ai/a%20b%22',
    ])
  })
})
