"""Random forests and gradient boosting from scikit-learn, grown one stage at a time."""

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier


class Trees:
    """A fitted ensemble as flat arrays, so that a model file contains numbers and no code."""

    def __init__(self, arrays):
        self.tables = arrays

    @classmethod
    def of(cls, estimators, classes, kind):
        trees = [e.tree_ for e in estimators]
        leaf = (lambda t: t.value[:, 0, 0]) if kind == "boosting" else (lambda t: t.value[:, 0, :].argmax(axis=1))
        return cls({
            "kind": np.array(kind), "classes": np.array(classes),
            "start": np.cumsum([0] + [t.node_count for t in trees]).astype(np.int32),
            "feature": np.concatenate([t.feature for t in trees]).astype(np.int16),
            "threshold": np.concatenate([t.threshold for t in trees]).astype(np.float32),
            "left": np.concatenate([t.children_left for t in trees]).astype(np.int16),
            "right": np.concatenate([t.children_right for t in trees]).astype(np.int16),
            "value": np.concatenate([leaf(t) for t in trees]).astype(np.float32),
        })

    restore = classmethod(lambda cls, arrays: cls(dict(arrays)))

    def arrays(self):
        return self.tables

    def leaves(self, x):
        """Returns the leaf values of each row in each tree."""
        a = self.tables
        node = np.tile(a["start"][:-1].astype(int), (len(x), 1))
        base = node.copy()
        while True:
            inner = a["left"][node] >= 0
            if not inner.any():
                return a["value"][node]
            goes_left = np.take_along_axis(x, np.maximum(a["feature"][node], 0), axis=1) <= a["threshold"][node]
            node = np.where(inner, base + np.where(goes_left, a["left"][node], a["right"][node]), node)

    def probabilities(self, x):
        values, classes = self.leaves(x), int(self.tables["classes"])
        if str(self.tables["kind"]) == "forest":
            votes = np.stack([(values == c).mean(axis=1) for c in range(classes)], axis=1)
            return (votes + 1e-3) / (votes + 1e-3).sum(axis=1, keepdims=True)
        if classes == 2:
            raw = values.sum(axis=1, keepdims=True) * np.array([[-0.5, 0.5]])
        else:
            raw = values.reshape(len(x), -1, classes).sum(axis=1)
        e = np.exp(raw - raw.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)


def forest(config):
    return RandomForestClassifier(
        n_estimators=1, warm_start=True, max_depth=config["max_depth"], max_features=config["max_features"],
        bootstrap=config["bootstrap"], random_state=config["seed"])


def boosting(config):
    return GradientBoostingClassifier(
        n_estimators=1, warm_start=True, max_depth=config["max_depth"], learning_rate=config["learning_rate"],
        subsample=config["subsample"], init="zero", random_state=config["seed"])


def fit(config, x, y, start=None):
    """Yields a row for each stage, with the model every few stages."""
    kind = config["family"]
    classifier = {"forest": forest, "boosting": boosting}[kind](config)
    for stage in range(1, config["stages"] + 1):
        classifier.set_params(n_estimators=stage)
        classifier.fit(x, y)
        grown = classifier.estimators_
        model = Trees.of(list(np.ravel(grown)), config["data"]["classes"], kind)
        if kind == "boosting":
            # Leaf values do not include the learning rate.
            model.tables["value"] *= config["learning_rate"]
        chance = model.probabilities(x)[np.arange(len(y)), y]
        yield {"stage": stage, "train/loss": float(-np.log(chance).mean())}, None
        if stage % config["log_every"] == 0:
            nodes = int(model.tables["start"][-1])
            yield {"epoch": stage // config["log_every"] - 1, "nodes": {"total": nodes, "mean": nodes / (len(model.tables["start"]) - 1)}}, model
