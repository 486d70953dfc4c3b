"""Opening a run for a job, and the artifact calls that the programs share."""

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
        # Short runs would otherwise end before the first sample of the system metrics.
        settings=wandb.Settings(x_stats_sampling_interval=0.25),
    )


def use(run, artifact):
    """Run.use_artifact refuses to work offline; this is the call that it makes for a draft when online."""
    run._log_artifact(artifact, aliases=[], is_user_created=True, use_after_commit=True)


def is_best(collection, accuracy):
    """Whether no model of the collection has been better so far; two programs may ask at the same time."""
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
