"""Runs all jobs of the plan with the SDK in offline mode, and leaves the logs in a working folder."""

import argparse
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml
from wandb.sdk.lib.runid import generate_id

import plan
from people import ENTITY, PROJECT, email

HERE = Path(__file__).resolve().parent


class Workshop:
    """A folder for the programs, their jobs and their logs."""

    def __init__(self, folder):
        self.folder = folder
        self.count = itertools.count()

    def set_up(self):
        shutil.copytree(HERE / "programs", self.folder, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("jobs", "logs", "home"):
            (self.folder / name).mkdir()
        # Commit the programs, so that the SDK finds a commit to record.
        git = ["git", "-c", f"user.name={ENTITY}", "-c", f"user.email={email('ada')}"]
        for command in (["init", "-q"], ["add", "*.py"], ["commit", "-q", "-m", "Programs"]):
            subprocess.run([*git, *command], cwd=self.folder, check=True)

    def start(self, job, extra=None):
        """Starts a job in its own process; its logs are in logs/<number>."""
        number = f"{next(self.count):03d}"
        path = self.folder / "jobs" / f"{number}.json"
        path.write_text(json.dumps(job, indent=2))
        logs = self.folder / "logs" / number
        logs.mkdir()
        env = {
            **os.environ, "WANDB_MODE": "offline", "WANDB_ERROR_REPORTING": "false", "WANDB_DIR": str(logs),
            "WANDB_DATA_DIR": str(self.folder / "home"), "WANDB_CACHE_DIR": str(self.folder / "home"), "WANDB_CONFIG_DIR": str(self.folder / "home"),
            "WANDB_ENTITY": ENTITY, "WANDB_PROJECT": PROJECT, "WANDB_USERNAME": job["user"], "WANDB_USER_EMAIL": email(job["user"]),
            "WANDB_HOST": "redacted", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1", **(extra or {}),
        }
        with open(logs / "console.txt", "w") as console:
            return logs, subprocess.Popen([sys.executable, job["program"], f"jobs/{number}.json"], cwd=self.folder, env=env,
                                          stdout=console, stderr=subprocess.STDOUT)

    def run(self, job, extra=None):
        logs, process = self.start(job, extra)
        code = process.wait()
        print(f"{logs.name} {job['program']} {job.get('name')}: exit code {code}", flush=True)

    def interrupt(self, job, size):
        """Kills a job once its log has reached `size` bytes."""
        logs, process = self.start(job)
        wait_for_log(logs, process, size)
        process.send_signal(signal.SIGKILL)
        print(f"{logs.name} {job['program']} {job.get('name')}: killed, exit code {process.wait()}", flush=True)

    def snapshot(self, job, size):
        """Copies the log of a job that is still training."""
        logs, process = self.start(job)
        wait_for_log(logs, process, size)
        copy = self.folder / "snapshot"
        shutil.copytree(logs, copy, symlinks=True)
        assert process.poll() is None
        (copy / "running").touch()
        process.terminate()
        process.wait()
        shutil.rmtree(logs)
        copy.rename(logs)
        print(f"{logs.name} {job['program']} {job.get('name')}: copied while running", flush=True)


def wait_for_log(logs, process, size):
    while sum(log.stat().st_size for log in logs.glob("wandb/*/*.wandb")) < size:
        assert process.poll() is None, f"{logs}: ended before it could be interrupted"
        time.sleep(0.2)


def grid(config):
    """Yields the parameters of the grid search, as the sweep agent would: one set per run."""
    names = sorted(config["parameters"])
    for values in itertools.product(*(config["parameters"][name]["values"] for name in names)):
        yield dict(zip(names, values))


def sweep_jobs(shop):
    """Passes the sweep and its parameters in the environment variables that the agent uses."""
    sweep = {"id": generate_id(), "user": "grace", "createdAt": time.time(), "config": plan.SWEEP}
    (shop.folder / "sweep.json").write_text(json.dumps(sweep))
    (shop.folder / "sweep").mkdir()
    agents = itertools.cycle(["grace", "grace", "barbara", "linus"])
    for number, parameters in enumerate(grid(yaml.safe_load(plan.SWEEP))):
        path = shop.folder / "sweep" / f"config-{number:03d}.yaml"
        path.write_text(yaml.safe_dump({"wandb_version": 1, **{k: {"value": v} for k, v in parameters.items()}}))
        job = plan.train(next(agents), "digits-mlp-sweep", plan.sweep_config(), job_type="sweep", predictions=False,
                         name=f"sweep-{number + 1}", tags=["sweep"])
        yield job, {"WANDB_SWEEP_ID": sweep["id"], "WANDB_SWEEP_PARAM_PATH": str(path)}


def in_sessions(shop, user):
    run_id = generate_id()
    for _ in range(2):
        shop.run(plan.resumed(run_id, user))
        # Folder names have a resolution of one second.
        time.sleep(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="working folder, must not exist")
    shop = Workshop(parser.parse_args().folder.resolve())
    shop.set_up()
    for job in plan.preparations():
        shop.run(job)
    with ThreadPoolExecutor(2) as pool:
        tasks = [pool.submit(shop.run, job) for job in plan.seeds() + plan.families()]
        tasks += [pool.submit(shop.run, *job) for job in sweep_jobs(shop)]
        tasks += [pool.submit(shop.run, job) for job in plan.ablations() + plan.troubles() + plan.marathons()]
        tasks += [pool.submit(in_sessions, shop, user) for user in ("ada", "grace")]
        tasks += [pool.submit(shop.interrupt, job, size) for job, size in zip(plan.killed(), (400_000, 700_000, 1_000_000))]
        for task in tasks:
            task.result()
        for task in [pool.submit(shop.run, job) for job in plan.evaluations()]:
            task.result()
    shop.snapshot(plan.unfinished(), 800_000)


if __name__ == "__main__":
    main()
