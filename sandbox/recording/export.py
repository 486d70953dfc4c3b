"""Converts the logs of a working folder to the recording."""

import argparse
import base64
import gzip
import json
from pathlib import Path

import yaml

from derive.artifacts import Registry
from derive.files import Contents
from derive.log import records
from derive.run import RunLog
from derive.times import naive
from people import DESCRIPTION, ENTITY, PROJECT, USERS, email


def run_folders(folder):
    """Returns the session folders of each run by run id, in order of time."""
    runs = {}
    for log in sorted(folder.glob("logs/*/wandb/offline-run-*/run-*.wandb"), key=lambda log: log.parent.name):
        runs.setdefault(log.stem.removeprefix("run-"), []).append(log.parent)
    return runs


def read_run(folders):
    log = RunLog()
    for folder in folders:
        log.session(records(next(folder.glob("*.wandb"))))
    return log


def sweep_line(sweep, runs):
    config = yaml.safe_load(sweep["config"])
    mine = [run for run in runs if run["sweepName"] == sweep["id"]]
    losses = [json.loads(run["summaryMetrics"])[config["metric"]["name"]] for run in mine if run["state"] == "finished"]
    return {"kind": "sweep", "id": sweep["id"], "entity": ENTITY, "project": PROJECT, "displayName": config["name"],
            "method": config["method"], "state": "FINISHED", "description": config["description"], "config": sweep["config"],
            "createdAt": naive(sweep["createdAt"]), "updatedAt": max(run["heartbeatAt"] for run in mine), "bestLoss": min(losses), "user": sweep["user"]}


def link(registry, logs, runs):
    """Adds all artifact records to the registry, in the order in which the server would have received them."""
    by_id = {run["id"]: run for run in runs}
    calls = [(at, run_id, index, step, record) for run_id, log in logs.items() for index, (at, step, record) in enumerate(log.artifacts)]
    for at, run_id, _, step, record in sorted(calls, key=lambda call: call[:3]):
        run = by_id[run_id]
        version = registry.take(at, step, record, run_id, run["user"])
        names = run["usedArtifacts" if record.use_after_commit else "loggedArtifacts"]
        if version["id"] not in names:
            names.append(version["id"])


def write(path, lines):
    # Without a time or a name in the header, the same lines produce the same bytes.
    with open(path, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as zipped:
        for line in lines:
            zipped.write((json.dumps(line, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="working folder of record.py")
    parser.add_argument("output", type=Path, help="where to write <project>.jsonl.gz and <project>-files.jsonl.gz")
    arguments = parser.parse_args()
    contents = Contents()
    folders = run_folders(arguments.folder.resolve())
    logs = {run_id: read_run(sessions) for run_id, sessions in folders.items()}
    runs = [log.line(contents, folders[run_id], (folders[run_id][0].parents[1] / "running").exists()) for run_id, log in logs.items()]
    runs.sort(key=lambda run: (run["createdAt"], run["id"]))
    registry = Registry(contents)
    link(registry, logs, runs)
    sweep = json.loads((arguments.folder / "sweep.json").read_text())
    users = [{"kind": "user", "username": username, "name": name, "email": email(username)} for username, name in USERS.items()]
    project = {"kind": "project", "entity": ENTITY, "name": PROJECT, "description": DESCRIPTION, "createdAt": runs[0]["createdAt"], "user": runs[0]["user"]}
    write(arguments.output / f"{PROJECT}.jsonl.gz", [*users, project, sweep_line(sweep, runs), *registry.versions, *runs])
    write(arguments.output / f"{PROJECT}-files.jsonl.gz",
          [{"md5": digest, "base64": base64.b64encode(content).decode()} for digest, content in sorted(contents.kept.items())])


if __name__ == "__main__":
    main()
