"""The runs to record. A job is the input of one program."""

LABELS = {"digits": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]}
CLASSES = {"digits": 10, "cancer": 2, "wine": 3, "iris": 3}
VARIANTS = [("digits", "raw"), ("digits", "binarized"), ("digits", "balanced"), ("digits", "augmented"),
            ("digits", "standardized"), ("cancer", "raw"), ("cancer", "standardized"),
            ("wine", "raw"), ("wine", "standardized"), ("iris", "raw")]
SCALES = {("digits", "raw"): 16, ("digits", "balanced"): 16, ("digits", "augmented"): 16}

SWEEP = """\
name: hidden units against learning rate
description: Grid over a small network on the raw digits
program: train.py
method: grid
metric:
  name: val_loss
  goal: minimize
parameters:
  learning_rate:
    values: [0.003, 0.01, 0.03, 0.1]
  batch_size:
    values: [4, 16]
  optimizer:
    values: [sgd, adam]
  hidden_units:
    values: [8, 16]
  weight_decay:
    values: [0, 0.001]
"""


def data(name, variant, fraction=1.0):
    return {"name": name, "variant": variant, "classes": CLASSES[name], "scale": SCALES.get((name, variant)), "fraction": fraction}


def net(name="digits", variant="raw", fraction=1.0, **changes):
    """A nested network config with zeros, nulls, lists, and keys that contain a slash or a dot."""
    return {
        "family": "mlp", "learning_rate": 0.02, "batch_size": 8, "optimizer": "sgd", "momentum": 0.9, "weight_decay": 0.0,
        "hidden_units": [16], "epochs": 40, "seed": 0, "log_every": 16, "log_gradients": True, "stop_on_nan": False,
        "schedule": {"type": "cosine", "warmup": {"epochs": 0, "from": None}}, "early.stop/patience": None,
        "data": data(name, variant, fraction), "data/shuffle": True, "metrics": ["accuracy", "val_loss"], "comment": "", **changes,
    }


def trees(family, name="digits", variant="raw", **changes):
    own = {"forest": {"max_depth": 6, "max_features": "sqrt", "bootstrap": True, "stages": 32, "log_every": 4},
           "boosting": {"max_depth": 2, "learning_rate": 0.3, "subsample": 0.8, "stages": 32, "log_every": 4}}[family]
    return {"family": family, "learning_rate": None, "batch_size": 0, "optimizer": None, "seed": 0, "stop_on_nan": False,
            "early.stop/patience": None, "data": data(name, variant), "metrics": ["accuracy", "val_loss"], **own, **changes}


def job(user, program, config, **rest):
    return {"user": user, "program": program, "config": config, **rest}


def train(user, collection, config, **rest):
    return job(user, "train.py", config, **{"collection": collection, "job_type": "train", "predictions": True, "log_model": True, **rest})


def preparations():
    users = {"digits": "ada", "cancer": "grace", "wine": "grace", "iris": "linus"}
    return [job(users[name], "prepare.py", {"dataset": name, "variant": variant, "test_size": 0.15, "stratify": True},
                name=f"prepare-{name}-{variant}", job_type="prepare", group=f"prepare-{name}", tags=["data"])
            for name, variant in VARIANTS]


def seeds():
    """The same settings with several seeds, grouped."""
    mlp = [train("ada", "digits-mlp", net(seed=seed, hidden_units=[12], epochs=60, log_every=8), name=f"mlp-seed-{seed}", group="mlp-seeds",
                 tags=["seeds", *(["baseline"] if seed == 0 else [])], labels=LABELS["digits"], checkpoint_every=10, histograms=True,
                 model_description="one hidden layer of 12 units")
           for seed in range(6)]
    logistic = [train("grace", "digits-logistic", net(seed=seed, family="logistic", hidden_units=[], epochs=60),
                      name=f"logistic-seed-{seed}", group="logistic-seeds", tags=["seeds"], labels=LABELS["digits"], checkpoint_every=12)
                for seed in range(5)]
    return mlp + logistic


def families():
    small = {"epochs": 80, "batch_size": 4, "log_every": 20}
    runs = [
        train("grace", "digits-boosting", trees("boosting"), name="boosting-depth-2", group="boosting", tags=["baseline"], checkpoint_every=4),
        train("grace", "digits-boosting", trees("boosting", max_depth=1, stages=48), name="boosting-stumps", group="boosting", checkpoint_every=4),
        train("grace", "digits-boosting", trees("boosting", max_depth=3, learning_rate=0.1), name="boosting-depth-3", group="boosting",
              notes="Slower and no better than depth 2.", checkpoint_every=4),
        train("barbara", "cancer-boosting", trees("boosting", "cancer", stages=60), name="cancer-boosting", group="cancer"),
        train("barbara", "digits-forest", trees("forest"), name="forest-32", group="forest", tags=["baseline"], checkpoint_every=2),
        train("barbara", "digits-forest", trees("forest", max_features=None, bootstrap=False), name="forest-all-features", group="forest", tags=["ablation"]),
        train("barbara", "digits-forest", trees("forest", variant="binarized", seed=1), name="forest-binarized", group="forest", tags=["ablation"]),
        train("barbara", "wine-forest", trees("forest", "wine", "raw", stages=40), name="wine-forest", group="wine"),
        train("barbara", "cancer-logistic", net("cancer", "standardized", family="logistic", hidden_units=[], **small), name="cancer-logistic", group="cancer", tags=["baseline"]),
        train("barbara", "cancer-mlp", net("cancer", "standardized", hidden_units=[8, 4], **small), name="cancer-mlp", group="cancer"),
        train("linus", "wine-logistic", net("wine", "standardized", family="logistic", hidden_units=[], **small), group="wine"),
        train("linus", "wine-mlp", net("wine", "standardized", hidden_units=[6], **small), group="wine"),
        train("linus", "iris-logistic", net("iris", "raw", family="logistic", hidden_units=[], **small), name="iris, first try"),
    ]
    return runs


def ablations():
    def one(name, user="linus", variant="raw", fraction=1.0, **changes):
        return train(user, "digits-mlp", net(variant=variant, fraction=fraction, **changes), name=name, group="ablation", tags=["ablation"])

    return [
        one("no-momentum", momentum=0),
        one("no-schedule", schedule={"type": "constant", "warmup": None}),
        one("binarized", variant="binarized"),
        one("balanced", variant="balanced"),
        one("augmented", variant="augmented"),
        one("standardized", variant="standardized", user="ada"),
        one("tenth-of-the-data", fraction=0.1),
        one("two-layers", hidden_units=[16, 12]),
        one("early-stop", epochs=100, **{"early.stop/patience": 3}),
        one("rmsprop", optimizer="rmsprop", learning_rate=0.003, momentum=0),
    ]


def troubles():
    """Runs that fail because of bad settings or missing data."""
    def diverging(name, user="linus", **changes):
        return train(user, "digits-mlp", net(**{"epochs": 5, "batch_size": 32, "log_every": 1, "momentum": 0, "schedule": {"type": "constant"}, **changes}), name=name,
                     group="learning-rate", tags=["diverged"], notes=f"What happens at a learning rate of {changes['learning_rate']}?")

    # With decay * learning rate above 2, every step overshoots a little more.
    decay = {"weight_decay": 5.0, "hidden_units": []}
    return [
        diverging("rate-30", learning_rate=30), diverging("rate-12", learning_rate=12, seed=3),
        diverging("rate-10-adam", learning_rate=10, optimizer="adam"),
        diverging("decay-overshoots", learning_rate=0.41, **decay),
        diverging("decay-guarded", "grace", learning_rate=0.42, stop_on_nan=True, **decay),
        train("linus", "digits-mlp", net(optimizer="adamw"), name="adamw"),
        train("barbara", "digits-mlp", net(batch_size=0), name="batch-0", tags=["ablation"]),
        train("barbara", "wine-forest", trees("forest", "wine", "binarized"), name="wine-binarized", group="wine"),
        train("grace", "digits-boosting", trees("boosting", learning_rate=-1.0), group="boosting"),
    ]


def marathons():
    """Runs with many small steps, or with few large ones."""
    return [
        train("barbara", "digits-mlp", net(batch_size=4, epochs=90, log_every=20), name="batches-of-4", group="batch-size"),
        train("barbara", "digits-mlp", net(batch_size=1, epochs=40, log_every=25, learning_rate=0.005), name="one-by-one", group="batch-size",
              notes="One image at a time:\n- the curve is noisy\n- the result is not better"),
        wide("wide-sgd", "barbara"), wide("wide-adam", "grace", optimizer="adam", learning_rate=0.001),
        wide("wide-rmsprop", "linus", optimizer="rmsprop", learning_rate=0.0005, seed=5, epochs=500, log_every=50),
    ]


def long(name, user, seed, **rest):
    """A wide network that trains long enough to be interrupted."""
    return wide(name, user, seed=seed, epochs=2000, log_every=4, **rest)


def wide(name, user, seed=0, epochs=300, log_every=25, optimizer="sgd", learning_rate=0.05, **rest):
    # Its model would exceed the size limit of recorded files.
    config = net(seed=seed, hidden_units=[256, 128], batch_size=32, epochs=epochs, log_every=log_every, optimizer=optimizer, learning_rate=learning_rate)
    return train(user, "digits-wide", config, name=name, group="wide", **{"log_model": False, **rest})


def killed():
    return [long("wide-0", "ada", 0), long("wide-1", "linus", 1, tags=["ablation"]), long(None, "grace", 2)]


def unfinished():
    return long("wide-3", "ada", 3, notes="Still going.")


def resumed(run_id, user):
    return train(user, "digits-mlp", net(seed=11, epochs=20), id=run_id, name=f"two-sessions-{user}", group="resumed", tags=["resumed"], epochs_a_session=10)


def sweep_config():
    """The settings shared by all runs of the sweep; the sweep's parameters override them."""
    return net(epochs=120, log_every=100, log_gradients=False, momentum=0.0)


def evaluations():
    def one(user, collection, count, split, **rest):
        return job(user, "evaluate.py", {"collection": collection, "models": count, "split": split}, job_type="eval", group="evaluation",
                   **{"name": f"evaluate-{collection}-{split}", **rest})

    return [
        one("grace", "digits-mlp-sweep", 12, "test", tags=["best"], notes="The last twelve of the sweep."),
        one("ada", "digits-mlp", 10, "test"), one("ada", "digits-mlp", 6, "validation"),
        one("grace", "digits-logistic", 8, "test"), one("grace", "digits-boosting", 6, "test"),
        one("barbara", "digits-forest", 4, "test"), one("barbara", "cancer-mlp", 1, "test"),
        one("barbara", "cancer-logistic", 1, "test"), one("linus", "wine-mlp", 1, "validation", name=None),
        one("linus", "wine-forest", 1, "test"),
    ]
