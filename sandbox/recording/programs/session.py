"""Opens a run for a job; shared artifact calls."""

import fcntl
import json
import os
import sys
from pathlib import Path

import wandb

MODELS = Path("models")


def read_job():
    return json.loads(Path(sys.argv[1]).read_text())


def open_run(job):
    return wandb.init(
        entity=os.environ["WANDB_ENTITY"],
        project=os.environ["WANDB_PROJECT"],
        name=job.get("name"),
        group=job.get("group"),
        job_type=job.get("job_type"),
        tags=job.get("tags"),
        notes=job.get("notes"),
        config=job["config"],
        id=job.get("id"),
        resume="allow" if job.get("id") else None,
        # Otherwise short runs would end before the first system metrics sample.
        settings=wandb.Settings(x_stats_sampling_interval=0.25),
    )


def use(run, artifact):
    """Run.use_artifact does not work offline; this is the call that it makes for a draft when online."""
    run._log_artifact(artifact, aliases=[], is_user_created=True, use_after_commit=True)


def is_best(collection, accuracy):
    """Returns whether this is the best model of the collection so far; safe to call concurrently."""
    MODELS.mkdir(exist_ok=True)
    with open(MODELS / f"{collection}.best", "a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        best = float(file.read() or "-inf")
        if not accuracy > best:
            return False
        file.truncate(0)
        file.write(repr(accuracy))
        return True
