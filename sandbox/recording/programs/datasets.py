"""The data sets bundled with scikit-learn, split once and stored in several variants."""

import json
from pathlib import Path

import numpy as np
import wandb
from sklearn import datasets
from sklearn.model_selection import train_test_split

ROOT = Path("datasets")
SPLITS = ("train", "validation", "test")
LOADERS = {
    "digits": datasets.load_digits,
    "cancer": datasets.load_breast_cancer,
    "wine": datasets.load_wine,
    "iris": datasets.load_iris,
}
# The source of scikit-learn's copy of the digits.
SOURCES = {"digits": "https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits"}


def splits(name):
    bunch = LOADERS[name]()
    x = bunch.data.astype(np.uint8 if name == "digits" else np.float32)
    y = bunch.target.astype(np.uint8)
    x_train, x_rest, y_train, y_rest = train_test_split(x, y, test_size=0.3, random_state=0, stratify=y)
    x_val, x_test, y_val, y_test = train_test_split(x_rest, y_rest, test_size=0.5, random_state=0, stratify=y_rest)
    return {"train": (x_train, y_train), "validation": (x_val, y_val), "test": (x_test, y_test)}


def balanced(x, y):
    smallest = np.bincount(y).min()
    keep = np.sort(np.concatenate([np.flatnonzero(y == c)[:smallest] for c in np.unique(y)]))
    return x[keep], y[keep]


def shifted(x, y, count, seed=0):
    """Returns the data plus `count` copies of images shifted right by one pixel."""
    pick = np.random.default_rng(seed).choice(len(x), count, replace=False)
    moved = np.roll(x[pick].reshape(-1, 8, 8), 1, axis=2)
    moved[:, :, 0] = 0
    return np.concatenate([x, moved.reshape(-1, 64)]), np.concatenate([y, y[pick]])


def variant(name, kind):
    parts = splits(name)
    if kind == "raw":
        return parts
    if kind == "binarized":
        return {s: ((x > 7).astype(np.uint8), y) for s, (x, y) in parts.items()}
    if kind == "standardized":
        mean, std = parts["train"][0].mean(axis=0), parts["train"][0].std(axis=0) + 1e-6
        return {s: (((x - mean) / std).astype(np.float32).round(3), y) for s, (x, y) in parts.items()}
    if kind == "balanced":
        return {**parts, "train": balanced(*parts["train"])}
    if kind == "augmented":
        return {**parts, "train": shifted(*parts["train"], count=400)}
    raise ValueError(f"unknown variant {kind!r} of data set {name!r}")


def store(name, kind):
    for split, (x, y) in variant(name, kind).items():
        folder = ROOT / name / kind / split
        folder.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(folder / "data.npz", x=x, y=y)
        card = {"rows": len(y), "features": x.shape[1], "dtype": str(x.dtype), "classes": np.bincount(y).tolist()}
        (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n")


def load(name, kind, split):
    data = np.load(ROOT / name / kind / split / "data.npz")
    return data["x"].astype(np.float64), data["y"].astype(int)


def artifact(name, kind, split):
    folder = ROOT / name / kind / split
    card = json.loads((folder / "card.json").read_text())
    made = wandb.Artifact(f"{name}-{split}", "dataset", description=f"{split} split of {name}",
                          metadata={**card, "variant": kind, "split": split})
    made.add_dir(str(folder))
    if name in SOURCES and split == "train":
        made.add_reference(SOURCES[name], name="source", checksum=False)
    return made
