import { join } from 'node:path'
import { readText } from './readText.ts'

type Settings = Readonly<Record<string, string>>

/** Parses the `[default]` section of an INI file. */
export const parseSettings = (text: string): Settings => {
  const settings: Record<string, string> = Object.create(null)
  let section = ''
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*\[(.*)\]\s*$/.exec(line)
    if (heading !== null) {
      section = heading[1]?.trim() ?? ''
      continue
    }
    const entry = /^\s*([^=:#;\s][^=:]*?)\s*[=:]\s*(.*?)\s*$/.exec(line)
    if (entry?.[1] !== undefined && section === 'default' && entry[2]) settings[entry[1].toLowerCase()] = entry[2]
  }
  return settings
}

/** Reads the settings of the user, overridden by those of the directory. */
export const readSettings = (
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  directory: string,
): Settings => {
  const global = join(env['WANDB_CONFIG_DIR'] || join(home, '.config', 'wandb'), 'settings')
  const local = join(env['WANDB_DIR'] || directory, 'wandb', 'settings')
  return { ...parseSettings(readText(global) ?? ''), ...parseSettings(readText(local) ?? '') }
}
