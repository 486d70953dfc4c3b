/** A run with the fields by which expressions recognize runs, and some others. */
export const someRun = (id: string, config: object = {}, summary: object = {}): object => ({
  id,
  storageId: `storage-${id}`,
  entity: 'team',
  project: 'vision',
  displayName: `run ${id}`,
  state: 'finished',
  createdAt: new Date('2026-01-01T00:00:00Z'),
  heartbeatAt: undefined,
  jobType: undefined,
  sweepName: undefined,
  tags: ['t'],
  appUrl: 'https://wandb.ai',
  config,
  summary,
})
