"""Model files: an npz and a card for each model."""

import json
from pathlib import Path

import numpy as np
import wandb

from nets import Net
from session import MODELS
from trees import Trees


def write(folder, model, card):
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / "model.npz", **model.arrays())
    (folder / "card.json").write_text(json.dumps(card, indent=2, sort_keys=True) + "\n")


def read(folder):
    arrays = np.load(Path(folder) / "model.npz")
    return (Trees if "kind" in arrays else Net).restore({name: arrays[name] for name in arrays.files})


def artifact(collection, folder, metadata=None, description=None):
    made = wandb.Artifact(collection, "model", metadata=metadata, description=description)
    made.add_dir(str(folder))
    return made


def folder_of(collection, run_id, epoch):
    return MODELS / collection / f"{run_id}-{epoch:03d}"


def stored(collection):
    return sorted((MODELS / collection).iterdir(), key=lambda folder: folder.stat().st_mtime)
