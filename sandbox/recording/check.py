"""Checks the format and the counts of the recording, and prints the counts."""

import base64
import gzip
import hashlib
import json
import math
import platform
import re
import sys
from collections import Counter
from pathlib import Path

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$")
# Local folders and URLs, except the source of the digits and the SDK's artifact paths.
PRIVATE = re.compile(r"(?<![\w/.])/(tmp|root|work|home|opt|usr|var|mnt|Users)\b|(?:https?|ssh|git)://(?!archive\.ics\.uci\.edu)\S+|find-links|index-url|site-packages")

STRING, NULL, NUMBER, LIST, DICT = str, type(None), (int, float), list, dict
FIELDS = {
    "user": {"username": STRING, "name": STRING, "email": STRING},
    "project": {"entity": STRING, "name": STRING, "description": (STRING, NULL), "createdAt": TIME, "user": STRING},
    "sweep": {"id": STRING, "entity": STRING, "project": STRING, "displayName": (STRING, NULL), "method": STRING, "state": STRING,
              "description": (STRING, NULL), "config": STRING, "createdAt": TIME, "updatedAt": TIME, "bestLoss": (int, float, NULL), "user": STRING},
    "artifact": {"id": STRING, "entity": STRING, "project": STRING, "name": STRING, "type": STRING, "versionIndex": int, "aliases": LIST, "size": int,
                 "digest": STRING, "description": (STRING, NULL), "metadata": (STRING, NULL), "state": STRING, "commitHash": (STRING, NULL),
                 "historyStep": (int, NULL), "fileCount": int, "createdAt": TIME, "updatedAt": TIME, "createdBy": DICT, "manifest": DICT},
    "run": {"id": STRING, "entity": STRING, "project": STRING, "displayName": (STRING, NULL), "group": (STRING, NULL), "jobType": (STRING, NULL),
            "state": STRING, "createdAt": TIME, "heartbeatAt": TIME, "tags": LIST, "notes": (STRING, NULL), "description": (STRING, NULL),
            "sweepName": (STRING, NULL), "commit": (STRING, NULL), "user": STRING, "host": (STRING, NULL), "exitcode": (int, NULL), "computeSeconds": NUMBER,
            "config": STRING, "summaryMetrics": STRING, "systemMetrics": STRING, "historyKeys": (DICT, NULL), "history": LIST, "events": LIST,
            "logLines": LIST, "files": LIST, "loggedArtifacts": LIST, "usedArtifacts": LIST},
}
FILE = {"name": STRING, "sizeBytes": int, "md5": STRING, "mimetype": (STRING, NULL), "updatedAt": TIME}
LOG_LINE = {"number": int, "level": STRING, "timestamp": TIME, "line": STRING}


def strict(text):
    def refuse(token):
        raise ValueError(f"bare {token}")
    return json.loads(text, parse_constant=refuse)


def lines_of(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [strict(line) for line in file]


def assert_fields(value, fields, where):
    assert value.keys() == fields.keys(), f"{where}: {value.keys() ^ fields.keys()}"
    for key, wanted in fields.items():
        if wanted is TIME:
            assert TIME.match(value[key]), f"{where}.{key}: {value[key]!r}"
        else:
            assert isinstance(value[key], wanted), f"{where}.{key}: {value[key]!r}"


def unique(values):
    values = list(values)
    assert len(values) == len(set(values)), [v for v, n in Counter(values).items() if n > 1]
    return set(values)


def check_artifacts(artifacts, runs, users):
    collections = {}
    for version in artifacts:
        assert (set(version["createdBy"]) == {"run"} and version["createdBy"]["run"] in runs) or version["createdBy"].get("user") in users
        assert re.fullmatch(r"[0-9a-f]{32}", version["digest"])
        assert f"v{version['versionIndex']}" in version["aliases"]
        assert version["size"] == sum(entry["size"] for entry in version["manifest"].values())
        assert version["fileCount"] == len(version["manifest"])
        strict(version["metadata"] or "{}")
        collections.setdefault(version["name"], []).append(version)
    for name, versions in collections.items():
        assert [v["versionIndex"] for v in versions] == list(range(len(versions))), name
        assert len({v["type"] for v in versions}) == 1, name
        unique(v["digest"] for v in versions)
        aliases = unique(alias for v in versions for alias in v["aliases"])
        assert "latest" in aliases, name
        times = [v["createdAt"] for v in versions]
        assert times == sorted(times), name
    return collections


def check_run(run, users, sweeps, artifacts):
    assert run["user"] in users
    assert run["state"] in {"finished", "failed", "crashed", "running", "killed"}
    assert run["heartbeatAt"] >= run["createdAt"]
    assert run["sweepName"] is None or run["sweepName"] in sweeps
    assert (run["exitcode"] == 0) == (run["state"] == "finished") and (run["exitcode"] is None) == (run["state"] in {"crashed", "running"})
    config = strict(run["config"])
    assert all(entry.keys() == {"desc", "value"} for entry in config.values()) and "_wandb" in config
    summary = json.loads(run["summaryMetrics"])
    assert "runtime" in summary["_wandb"]
    assert all(key.startswith("system.") for key in strict(run["systemMetrics"]))
    rows = [json.loads(row) for row in run["history"]]
    steps = [row["_step"] for row in rows]
    assert steps == sorted(unique(steps)) and all({"_runtime", "_timestamp"} <= row.keys() for row in rows)
    assert (run["historyKeys"] is None) == (not rows)
    if rows:
        assert run["historyKeys"]["lastStep"] == steps[-1]
        assert run["historyKeys"]["keys"]["_step"]["typeCounts"] == [{"type": "number", "count": len(rows)}]
    for event in run["events"]:
        assert {"_timestamp", "_runtime"} <= strict(event).keys()
    for number, line in enumerate(run["logLines"]):
        assert_fields(line, LOG_LINE, run["id"])
        assert line["number"] == number and line["level"] in {"", "error"}
    for file in run["files"]:
        assert_fields(file, FILE, run["id"])
    unique(file["name"] for file in run["files"])
    for names in (run["loggedArtifacts"], run["usedArtifacts"]):
        assert unique(names) <= artifacts
    return rows, config, summary


def check_contents(path, artifacts, runs):
    contents = {}
    for line in lines_of(path):
        assert line.keys() == {"md5", "base64"}
        content = base64.b64decode(line["base64"], validate=True)
        assert len(content) <= 64 * 1024 and line["md5"] not in contents
        assert base64.b64encode(hashlib.md5(content).digest()).decode() == line["md5"]
        contents[line["md5"]] = content
    wanted = {(e["digest"], e["size"]) for a in artifacts for e in a["manifest"].values() if "ref" not in e}
    wanted |= {(f["md5"], f["sizeBytes"]) for r in runs for f in r["files"]}
    for digest, size in wanted:
        assert size > 64 * 1024 or len(contents[digest]) == size, digest
    assert contents.keys() <= {digest for digest, _ in wanted}
    return contents


def check_privacy(texts):
    host = platform.node()
    for text in texts:
        found = PRIVATE.search(text)
        assert not found, text[max(0, found.start() - 60) : found.end() + 60]
        assert len(host) < 4 or host not in text
        assert platform.release() not in text


def trained(run):
    return run["state"] == "finished" and run["jobType"] in {"train", "sweep"}


def not_finite(value):
    if isinstance(value, dict):
        return any(map(not_finite, value.values()))
    return isinstance(value, float) and not math.isfinite(value)


def main(folder):
    paths = [folder / "digits.jsonl.gz", folder / "digits-files.jsonl.gz"]
    lines = lines_of(paths[0])
    kinds = [line.pop("kind") for line in lines]
    assert kinds == sorted(kinds, key=list(FIELDS).index), "order of lines"
    for kind, line in zip(kinds, lines):
        assert_fields(line, FIELDS[kind], kind)
    of = {kind: [line for k, line in zip(kinds, lines) if k == kind] for kind in FIELDS}
    users, sweeps = unique(u["username"] for u in of["user"]), unique(s["id"] for s in of["sweep"])
    runs, artifacts = unique(r["id"] for r in of["run"]), unique(a["id"] for a in of["artifact"])
    collections = check_artifacts(of["artifact"], runs, users)
    checked = [(run, *check_run(run, users, sweeps, artifacts)) for run in of["run"]]
    contents = check_contents(paths[1], of["artifact"], of["run"])
    readable = [c.decode() for c in contents.values() if not c.startswith((b"PK", b"\x89PNG"))]
    check_privacy([json.dumps(line, ensure_ascii=False) for line in lines] + readable)

    logged = {a for r in of["run"] for a in r["loggedArtifacts"]}
    assert all(a["id"] in logged for a in of["artifact"] if "run" in a["createdBy"])
    keys = set().union(*(config for _, _, config, _ in checked))
    assert {"learning_rate", "batch_size", "optimizer"} <= keys and any("/" in k for k in keys) and any("." in k for k in keys)
    for run, rows, _, summary in checked:
        if trained(run):
            assert {"accuracy", "val_loss", "val/accuracy", "best_val_loss"} <= summary.keys(), run["id"]
            assert any("accuracy" in row for row in rows)
            assert not any({"train/loss", "val_loss"} <= row.keys() for row in rows)
    rows = sum(len(rows) for _, rows, _, _ in checked)
    diverged = [run for run, _, _, summary in checked if not_finite(summary)]
    states = Counter(r["state"] for r in of["run"])
    size = sum(path.stat().st_size for path in paths)
    assert len(runs) >= 80 and rows >= 20_000 and len(artifacts) >= 150 and len(users) >= 4 and size < 4_000_000
    assert all(sum(r["sweepName"] == s for r in of["run"]) >= 60 for s in sweeps) and sweeps
    assert states["failed"] >= 3 and states["crashed"] >= 3 and len(diverged) >= 3
    assert any(re.search(r"\bNaN\b", row) for r in of["run"] for row in r["history"])

    def counts(values):
        return ", ".join(f"{value} {count}" for value, count in Counter(values).most_common())

    print(f"bytes: {size} ({', '.join(f'{path.name} {path.stat().st_size}' for path in paths)})")
    print(f"runs: {len(runs)} ({dict(states)})")
    print(f"history rows: {rows}, longest run {max(len(r) for _, r, _, _ in checked)}, events: {sum(len(r['events']) for r in of['run'])}, log lines: {sum(len(r['logLines']) for r in of['run'])}")
    print(f"users: {counts(r['user'] for r in of['run'])}")
    print(f"job types: {counts(r['jobType'] for r in of['run'])}")
    print(f"groups: {counts(r['group'] for r in of['run'])}")
    print(f"tags: {counts(t for r in of['run'] for t in r['tags'])}")
    print(f"with notes: {sum(r['notes'] is not None for r in of['run'])}, without a display name: {sum(r['displayName'] is None for r in of['run'])}, with NaN or Infinity in the summary: {len(diverged)}")
    print(f"artifact versions: {len(artifacts)} in {len(collections)} collections ({counts(a['type'] for a in of['artifact'])})")
    print(f"collections: {counts(a['name'] for a in of['artifact'] if a['type'] != 'run_table')}")
    print(f"created by a user: {sum('user' in a['createdBy'] for a in of['artifact'])}, with a reference: {sum(any('ref' in e for e in a['manifest'].values()) for a in of['artifact'])}")
    print(f"files: {sum(len(r['files']) for r in of['run'])} of runs, {len(contents)} distinct contents, {sum(map(len, contents.values()))} bytes")
    for sweep in of["sweep"]:
        print(f"sweep {sweep['id']}: {sweep['method']}, {sum(r['sweepName'] == sweep['id'] for r in of['run'])} runs, best loss {sweep['bestLoss']}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "data")
