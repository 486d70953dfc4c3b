"""Reads a project with the official client and prints what it says, one JSON object a question.

Questions come as JSON lines on standard input; every answer is one line, or {"error": …}.
"""

import json
import os
import sys

import wandb

api = wandb.Api(overrides={"base_url": os.environ["WANDB_BASE_URL"]}, api_key=os.environ["WANDB_API_KEY"])

LIGHT = ("job_type", "commit", "read_only", "created_at", "heartbeat_at", "description", "notes", "history_line_count")


def light(run):
    facts = {name: getattr(run, name, None) for name in LIGHT}
    user = run.user
    return {
        **facts,
        "id": run.id,
        "storage_id": run.storage_id,
        "name": run.name,
        "state": run.state,
        "tags": run.tags,
        "group": run.group,
        "sweep_name": run.sweep_name,
        "entity": run.entity,
        "project": run.project,
        "path": "/".join(run.path),
        "url": run.url,
        "user": {"username": user.username, "name": user.name} if user else None,
    }


def heavy(run):
    return {
        "id": run.id,
        "config": run.config,
        "rawconfig": run.rawconfig,
        "summary": run.summary_metrics,
        "system_metrics": run.system_metrics,
    }


def artifact(version):
    return {
        "name": version.source_name,
        "aliases": version.aliases,
        "type": version.type,
        "size": version.size,
        "digest": version.digest,
        "description": version.description,
        "metadata": version.metadata,
        "file_count": version.file_count,
        "commit_hash": version.commit_hash,
        "history_step": version.history_step,
        "created_at": version.created_at,
        "state": version.state,
    }


def listed(question):
    options = {key: question[key] for key in ("filters", "order", "per_page", "lazy") if key in question}
    return api.runs(question["path"], **options)


def answer(question):
    kind = question["ask"]
    if kind == "list":
        return [light(run) for run in listed(question)]
    if kind == "ids":
        runs = listed(question)
        return {"total": len(runs), "ids": [run.id for run in runs]}
    if kind == "heavy":
        return [heavy(run) for run in listed(question)]
    if kind == "artifacts":
        return [
            {
                "id": run.id,
                "logged": [artifact(version) for version in run.logged_artifacts()],
                "used": [artifact(version) for version in run.used_artifacts()],
            }
            for run in listed(question)
        ]
    if kind == "run":
        run = api.run(question["path"])
        return {**light(run), **heavy(run), "history_keys": run.history_keys, "last_step": run.lastHistoryStep}
    raise ValueError(kind)


for line in sys.stdin:
    try:
        reply = {"answer": answer(json.loads(line))}
    except Exception as error:  # the other side decides what an error means
        reply = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(reply), flush=True)
