/** Example expressions. */
export const EXAMPLES: ReadonlyArray<{ readonly title: string; readonly text: string }> = [
  {
    title: 'Accuracy by epochs',
    text: 'runs\n  .groupby((row) => row.config["tpe_epoch"])\n  .map((row) => {epochs: row.groupkey, acc: row.summary["acc"].avg})\n  .sort((row) => [row["epochs"]], ["asc"])',
  },
  {
    title: 'Learning rates',
    text: 'runs.map((row) => {lr: row.config["lr"], acc: row.summary["acc"], optimizer: row.config["optimizer"]})',
  },
  {
    title: 'All settings',
    text: 'runs.map((row) => {optimizer: row.config["optimizer"], lr: row.config["lr"], epochs: row.config["tpe_epoch"], loss: row.summary["loss"], acc: row.summary["acc"]})',
  },
  { title: 'Eight histories', text: 'runs.limit(8).history' },
  { title: 'Best accuracy', text: 'runs.summary["acc"].max' },
  { title: 'Every run', text: 'runs' },
]
