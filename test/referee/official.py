"""Reads a project with the official client and prints what it says, one JSON object a question.

Questions come as JSON lines on standard input; every answer is one line, or {"error": …}.
"""

import json
import os
import sys

import stay_here  # before the client, which may look around as it starts
import official_artifacts
import official_defects
import wandb
from lacks import fact, facts, known, lacking

api = wandb.Api(overrides={"base_url": os.environ["WANDB_BASE_URL"]}, api_key=os.environ["WANDB_API_KEY"])

LIGHT = ("job_type", "commit", "read_only", "created_at", "heartbeat_at", "description", "notes", "history_line_count")


def light(run):
    user = run.user
    return {
        **facts(run, LIGHT),
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
    return api.runs(question["path"], **known(api.runs, options, ("lazy",)))


def file_facts(file):
    return facts(file, ("id", "name", "url", "direct_url", "size", "mimetype", "md5", "updated_at"))


def sweep_facts(sweep):
    columns = ("id", "name", "entity", "project", "config", "state", "method", "description", "url", "order")
    counts = ("best_loss", "run_count", "expected_run_count", "created_at", "updated_at")
    return facts(sweep, columns + counts)


def agent_facts(agent):
    return {
        "id": agent.name,
        "storage_id": agent.id,
        "host": agent.host,
        "state": agent.state,
        "run_count": agent.totalRuns,
        "created_at": agent.createdAt,
        "heartbeat_at": agent.heartbeatAt,
        "runs": [run.id for run in agent.runs(per_page=5)],
    }


def log_line(line):
    time = line.timestamp.isoformat() if line.timestamp else None
    return {"number": line.number, "timestamp": time, "level": line.level, "content": line.content}


def read_file(question):
    with api.run(question["path"]).file(question["name"]).download(question["folder"], replace=True) as file:
        return file.read()


def owner_of(project):
    try:
        return project.owner.username
    except (ValueError, TypeError):  # a project whose owner is not told, as with the users of runs (D2)
        return None
    except AttributeError as error:
        return lacking(error)


def project_facts(project):
    names = ("id", "name", "entity", "created_at", "is_benchmark", "url")
    return {**facts(project, names), "owner": owner_of(project)}


def report_facts(report):
    names = ("id", "name", "display_name", "description", "spec", "created_at", "updated_at", "url")
    user = fact(report, "user")
    return {**facts(report, names), "user": user["username"] if isinstance(user, dict) else user}


def path_facts(thing):
    place = {"kind": type(thing).__name__, "entity": thing.entity, "project": getattr(thing, "project", None)}
    if place["kind"] == "Project":
        return {**place, "project": thing.name}
    return {**place, "id": thing.id, "title": getattr(thing, "display_name", None) or None}


def scan(run, options):
    # Versions before 0.27 read the rows through the API alone, and have nothing to keep.
    return run.scan_history(**known(run.scan_history, options, ("use_cache",)))


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
    if kind == "projects":
        return [project_facts(project) for project in api.projects(question["path"], per_page=1)]
    if kind == "project":
        entity, project = question["path"].split("/")
        return project_facts(api.project(project, entity))
    if kind == "reports":
        return [report_facts(report) for report in api.reports(question["path"], question.get("name"), per_page=2)]
    if kind == "report_runs":
        report = next(iter(api.reports(question["path"], question["name"])))
        section = report.sections[question.get("section", 0)]
        runs = report.runs(section, only_selected=question.get("only_selected", True))
        return [run.id for run in runs]
    if kind == "viewer":
        viewer = api.viewer
        names = ("id", "username", "name", "email", "entity", "admin", "teams")
        return {**facts(viewer, names), "default_entity": api.default_entity}
    if kind == "team":
        team = api.team(question["path"])
        members = [[member.username, member.name, member.pending, member.account_type] for member in team.members]
        return {"id": team.id, "is_team": team.is_team, "default_access": team.default_access, "members": members}
    if kind == "from_path":
        return path_facts(api.from_path(question["path"]))
    if kind == "fresh_run":
        fresh = wandb.Api(overrides={"base_url": os.environ["WANDB_BASE_URL"]}, api_key=os.environ["WANDB_API_KEY"])
        return fresh.run(question["path"]).id
    if kind == "types":
        entity, project = question["path"].split("/")
        return [one.name for one in api.project(project, entity).artifacts_types(per_page=question["per_page"])]
    if kind == "scan":
        options = {key: question[key] for key in ("keys", "min_step", "max_step", "use_cache") if key in question}
        return list(scan(api.run(question["path"]), options))
    if kind == "history":
        options = {key: question[key] for key in ("keys", "samples", "stream") if key in question}
        return api.run(question["path"]).history(pandas=False, **options)
    if kind == "histories":
        return len(api.runs(question["path"]).histories(samples=question["samples"], format=question["format"]))
    if kind == "scanned_types":
        rows = scan(api.run(question["path"]), {"keys": question["keys"], "use_cache": False})
        return sorted({type(row[key]).__name__ for row in rows for key in question["keys"] if row.get(key) is not None})
    if kind == "download_history":
        result = api.run(question["path"]).download_history_exports(
            question["folder"], require_complete_history=question["complete"]
        )
        return {
            "paths": [str(path) for path in result.paths],
            "live": result.contains_live_data,
            "errors": {str(path): str(error) for path, error in (result.errors or {}).items()},
        }
    if kind == "files":
        options = {key: question[key] for key in ("names", "pattern", "per_page") if key in question}
        return [file_facts(file) for file in api.run(question["path"]).files(**options)]
    if kind == "file":
        return read_file(question)
    if kind == "metadata":
        return api.run(question["path"]).metadata
    if kind == "console":
        options = {key: question[key] for key in ("last", "per_page") if key in question}
        return [log_line(line) for line in api.run(question["path"]).console_logs(**options)]
    if kind == "sweeps":
        entity, project = question["path"].split("/")
        return [sweep_facts(sweep) for sweep in api.project(project, entity).sweeps()]
    if kind == "sweep":
        return sweep_facts(api.sweep(question["path"]))
    if kind == "sweep_runs":
        return [run.id for run in api.sweep(question["path"]).runs]
    if kind == "best_run":
        run = api.sweep(question["path"]).best_run(question.get("order"))
        return run and run.id
    if kind == "agents":
        return [agent_facts(agent) for agent in api.sweep(question["path"]).agents()]
    if kind.startswith("artifact_"):
        return official_artifacts.answer(api, question)
    if kind == "outside":
        return stay_here.asked
    if kind in official_defects.answers:
        return official_defects.answers[kind](api, question)
    raise ValueError(kind)


for line in sys.stdin:
    try:
        reply = {"answer": answer(json.loads(line))}
    except Exception as error:  # the other side decides what an error means
        reply = {"error": lacking(error) or f"{type(error).__name__}: {error}"}
    print(json.dumps(reply), flush=True)
