"""Compares stored models of a collection on the test split."""

import csv
import json
from pathlib import Path

import numpy as np
import wandb

import datasets
import metrics
import models
from session import open_run, read_job, use

job = read_job()
run = open_run(job)
collection, count = run.config["collection"], run.config["models"]
data = None
report, tables = [], []
for folder in models.stored(collection)[-count:]:
    card = json.loads((folder / "card.json").read_text())
    if card["data"] != data:
        data = card["data"]
        x, y = datasets.load(data["name"], data["variant"], run.config["split"])
        x = x / (data["scale"] or 1)
        use(run, datasets.artifact(data["name"], data["variant"], run.config["split"]))
    use(run, models.artifact(collection, folder))
    chance = models.read(folder).probabilities(x)
    row = {"model": len(report), "accuracy": metrics.accuracy(chance, y), "val_loss": metrics.loss(chance, y),
           "confidence": {"mean": float(chance.max(axis=1).mean()), "min": float(chance.max(axis=1).min())}}
    run.log(row)
    print(f"{collection} of epoch {card['epoch']}, seed {card['seed']}: accuracy {row['accuracy']:.4f}")
    report.append({**row, "seed": card["seed"], "epoch": card["epoch"]})
    tables.append(metrics.confusion(chance, y, data["classes"]))

best = int(np.argmax([r["accuracy"] for r in report]))
table = tables[best]
scale = (255 * table / table.max()).astype(np.uint8)
run.log({
    "confusion": wandb.Image(np.kron(scale, np.ones((8, 8), np.uint8)), caption="rows are labels"),
    "per_class": wandb.Table(columns=["class", "precision", "recall", "f1"],
                             data=[[c, *map(float, scores)] for c, scores in enumerate(metrics.per_class(table))]),
})
out = Path("evaluations") / run.id
out.mkdir(parents=True)
(out / "report.json").write_text(json.dumps(report, indent=2) + "\n")
with open(out / "confusion.csv", "w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(table.tolist())
evaluation = wandb.Artifact(f"{collection}-evaluation", "evaluation",
                            metadata={"best": best, "accuracy": report[best]["accuracy"], "models": len(report)})
evaluation.add_dir(str(out))
run.log_artifact(evaluation)
run.summary.update({"accuracy": report[best]["accuracy"], "best_model": best,
                    "best_val_loss": min(r["val_loss"] for r in report), "f1": {str(c): float(s[2]) for c, s in enumerate(metrics.per_class(table))}})
run.finish()
