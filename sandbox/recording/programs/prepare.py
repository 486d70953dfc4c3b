"""Stores one variant of a data set and logs its splits."""

import datasets
from session import open_run, read_job

job = read_job()
run = open_run(job)
name, kind = run.config["dataset"], run.config["variant"]
print(f"storing {name}, variant {kind}")
datasets.store(name, kind)
for split in datasets.SPLITS:
    x, y = datasets.load(name, kind, split)
    for label in sorted(set(y.tolist())):
        run.log({"split": split, "class": label, "count": int((y == label).sum()), "mean": float(x[y == label].mean())})
    print(f"{split}: {len(y)} rows, {x.shape[1]} features")
    run.log_artifact(datasets.artifact(name, kind, split), aliases=[kind])
    run.summary[f"{split}/rows"] = len(y)
run.finish()
