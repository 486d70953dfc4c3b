"""Trains a model; batches and epochs are logged in separate rows."""

import csv
import json
from pathlib import Path

import numpy as np
import wandb

import datasets
import metrics
import models
import nets
import trees
from session import is_best, open_run, read_job, use

FIT = {"mlp": nets.fit, "logistic": nets.fit, "forest": trees.fit, "boosting": trees.fit}

job = read_job()
run = open_run(job)
config = run.config.as_dict()
data = config["data"]
collection = job["collection"]
if config["family"] == "boosting":
    run.define_metric("stage")
    run.define_metric("train/*", step_metric="stage", summary="min,last")

name, kind = data["name"], data["variant"]
splits = {split: datasets.load(name, kind, split) for split in datasets.SPLITS}
for split in datasets.SPLITS:
    use(run, datasets.artifact(name, kind, split))
if job.get("labels"):
    names = wandb.Artifact(f"{name}-labels", "labels")
    with names.new_file("labels.json") as file:
        json.dump(job["labels"], file)
    use(run, names)
if data["scale"]:
    splits = {split: (x / data["scale"], y) for split, (x, y) in splits.items()}
x, y = splits["train"]
if data["fraction"] < 1:
    keep = np.random.default_rng(config["seed"]).random(len(x)) < data["fraction"]
    x, y = x[keep], y[keep]

run.config.update({"rows/train": len(x), "rows/test": len(splits["test"][1])})

checkpoint = Path("checkpoints") / run.id
start, step = None, 0
if (checkpoint / "card.json").exists():
    card = json.loads((checkpoint / "card.json").read_text())
    start, step = {"model": models.read(checkpoint), "epoch": card["epoch"]}, card["step"]
    print(f"resuming after epoch {card['epoch']} at step {step}")
resumable = bool(job.get("id"))


def log(row):
    # Offline the SDK does not know the last step of an earlier session.
    global step
    run.log(row, step=step, commit=True) if resumable else run.log(row)
    step += 1


def log_model(model, epoch, row, aliases):
    folder = models.folder_of(collection, run.id, epoch)
    card = {"family": config["family"], "seed": config["seed"], "epoch": epoch, "data": data}
    models.write(folder, model, card)
    metadata = {"accuracy": row["accuracy"], "val_loss": row["val_loss"], "epoch": epoch, "seed": config["seed"],
                "hyperparameters": {k: config.get(k) for k in ("learning_rate", "batch_size", "optimizer")}}
    if is_best(collection, row["accuracy"]):
        aliases = [*aliases, "best"]
        run.tags = [*run.tags, *(["best"] if "best" not in run.tags else [])]
    print(f"logging {collection} of epoch {epoch}, accuracy {row['accuracy']:.4f}")
    run.log_artifact(models.artifact(collection, folder, metadata, description=job.get("model_description")), aliases=aliases)


print(f"training {config['family']} on {len(x)} rows of {name} ({kind})")
best, best_epoch, last, logged = float("inf"), None, None, None
for row, model in FIT[config["family"]](config, x, y, start):
    if model is None:
        log(row)
        if config["stop_on_nan"] and not np.isfinite(row["train/loss"]):
            raise FloatingPointError(f"training loss became {row['train/loss']} at step {step}")
        continue
    val, test = (model.probabilities(splits[s][0]) for s in ("validation", "test"))
    row |= {"val_loss": metrics.loss(val, splits["validation"][1]),
            "val/accuracy": metrics.accuracy(val, splits["validation"][1]),
            "accuracy": metrics.accuracy(test, splits["test"][1])}
    if job.get("histograms"):
        row["weights"] = wandb.Histogram(np.concatenate([p.ravel() for p in model.parameters()]), num_bins=24)
    log(row)
    last, epoch = (model, row), row["epoch"]
    if row["val_loss"] < best:
        best, best_epoch = row["val_loss"], epoch
    run.summary["best_val_loss"] = best
    print(f"epoch {epoch}: val_loss {row['val_loss']:.4f}, accuracy {row['accuracy']:.4f}")
    if job.get("checkpoint_every") and (epoch + 1) % job["checkpoint_every"] == 0:
        log_model(model, epoch, row, [f"epoch-{epoch + 1}"])
        logged = epoch
    if resumable:
        models.write(checkpoint, model, {"epoch": epoch, "step": step})
    if job.get("epochs_a_session") and epoch + 1 == job["epochs_a_session"] and not start:
        print(f"time is up after epoch {epoch}")
        raise SystemExit(0)
    if config["early.stop/patience"] and epoch - (best_epoch or 0) >= config["early.stop/patience"]:
        print(f"no better validation loss since epoch {best_epoch}: stopping")
        break

model, row = last
run.summary["best_epoch"] = best_epoch
if job["log_model"] and logged != row["epoch"] and np.isfinite(row["val_loss"]):
    log_model(model, row["epoch"], row, ["final"] if job.get("checkpoint_every") else [])
if job.get("predictions"):
    table = Path("predictions") / run.id
    table.mkdir(parents=True, exist_ok=True)
    probabilities = model.probabilities(splits["test"][0])
    with open(table / "predictions.csv", "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["label", "prediction", "confidence"])
        for label, chance in zip(splits["test"][1], probabilities):
            rows.writerow([label, chance.argmax(), f"{chance.max():.3f}"])
    predictions = wandb.Artifact(f"{name}-predictions", "predictions", metadata={"split": "test", "accuracy": row["accuracy"]})
    predictions.add_dir(str(table))
    run.log_artifact(predictions)
run.finish()
