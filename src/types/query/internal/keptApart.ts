/** Whether an entry of the wire is W&B's own, which is in no record's config or summary. */
export const isKeptApart = (dict: 'Config' | 'Summary' | 'SystemMetrics', key: string): boolean =>
  (key === '_wandb' && dict !== 'SystemMetrics') || (key === 'wandb_version' && dict === 'Config')
