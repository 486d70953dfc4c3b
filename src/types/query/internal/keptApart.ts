/** Whether a key is W&B's own, which the config or summary of a record does not have. */
export const isKeptApart = (dict: 'Config' | 'Summary' | 'SystemMetrics', key: string): boolean =>
  (key === '_wandb' && dict !== 'SystemMetrics') || (key === 'wandb_version' && dict === 'Config')
