"""Builds a run from the records of all its sessions."""

import json

import yaml
from wandb.proto.wandb_internal_pb2 import EnvironmentRecord, MetricRecord
from wandb.proto.wandb_telemetry_pb2 import TelemetryRecord

from . import telemetry, tree
from .console import log_lines
from .keys import history_keys
from .redact import redacted
from .times import naive, seconds

class RunLog:
    """The combined sessions of a run. `artifacts` holds each artifact record with its time and step."""

    def __init__(self):
        self.run = None
        self.config, self.summary, self.metrics = {}, {}, {}
        self.history, self.events, self.outputs, self.artifacts = [], [], [], []
        self.telemetry, self.environment = TelemetryRecord(), EnvironmentRecord()
        self.exits, self.runtimes = [], []
        self.last = 0.0
        self.next_step = 0

    def session(self, records):
        self.exits.append(None)
        self.runtimes.append(0)
        for record in records:
            kind = record.WhichOneof("record_type")
            handler = getattr(self, f"on_{kind}", None)
            if handler:
                handler(getattr(record, kind))
        return self

    def seen(self, at):
        self.last = max(self.last, at)

    def on_run(self, record):
        if self.run is None:
            self.run = record
        else:
            self.rename(record)
        self.seen(seconds(record.start_time))
        self.on_config(record.config)
        self.on_telemetry(record.telemetry)

    def rename(self, record):
        for name in ("display_name", "notes"):
            if getattr(record, name):
                setattr(self.run, name, getattr(record, name))
        if record.tags:
            self.run.tags[:] = record.tags

    def on_config(self, record):
        for item in record.update:
            merge(self.config, tree.path_of(item), json.loads(item.value_json))
        for item in record.remove:
            tree.drop(self.config, tree.path_of(item))

    def on_summary(self, record):
        for item in record.update:
            tree.put(self.summary, tree.path_of(item), item.value_json)
            if tree.path_of(item) == ["_wandb", "runtime"]:
                self.runtimes[-1] = json.loads(item.value_json)
        for item in record.remove:
            tree.drop(self.summary, tree.path_of(item))

    def on_history(self, record):
        row = {}
        for item in record.item:
            tree.put(row, tree.path_of(item), item.value_json)
        self.history.append(row)
        self.seen(json.loads(row["_timestamp"]))
        self.next_step = record.step.num + 1

    def on_stats(self, record):
        at = seconds(record.timestamp)
        row = {f"system.{item.key}": item.value_json for item in record.item}
        start = seconds(self.run.start_time)
        self.events.append({**row, "_wandb": "true", "_timestamp": json.dumps(at), "_runtime": json.dumps(round(at - start, 6))})
        self.seen(at)

    def on_output_raw(self, record):
        self.outputs.append(record)
        self.seen(seconds(record.timestamp))

    def on_metric(self, record):
        name = record.name or record.glob_name
        known = self.metrics.setdefault(name, MetricRecord())
        if record._control.overwrite:
            known.Clear()
        known.MergeFrom(record)
        known.ClearField("_control")

    def on_telemetry(self, record):
        self.telemetry.MergeFrom(record)

    def on_environment(self, record):
        self.environment.MergeFrom(record)

    def on_artifact(self, record):
        self.artifacts.append((self.last, self.next_step, record))

    def on_exit(self, record):
        self.exits[-1] = record.exit_code
        self.runtimes[-1] = max(self.runtimes[-1], record.runtime)

    def state(self, running):
        if running:
            return "running"
        code = self.exits[-1]
        return "crashed" if code is None else "failed" if code else "finished"

    def config_entries(self):
        described = telemetry.environment(self.environment)
        own = {"cli_version": self.telemetry.cli_version, "python_version": self.telemetry.python_version,
               "t": telemetry.numbered(self.telemetry), "m": telemetry.metrics(self.metrics), "e": {self.environment.writer_id: described}}
        return {**self.config, "_wandb": {**self.config.get("_wandb", {}), **own}}

    def system_metrics(self):
        last = {}
        for event in self.events:
            last |= {key: text for key, text in event.items() if key.startswith("system.")}
        return last

    def files(self, contents, folders, config, summary, lines, at):
        """Returns the files that an online run uploads; those that the SDK does not write offline are built from the records."""
        made = {
            "config.yaml": yaml.safe_dump({key: {"value": value} for key, value in config.items()}, sort_keys=True, allow_unicode=True),
            "wandb-metadata.json": json.dumps(telemetry.environment(self.environment), indent=2) + "\n",
            "wandb-summary.json": summary,
        }
        if lines:
            made["output.log"] = "".join(f"{line['line']}\n" for line in lines)
        found = {name: text.encode() for name, text in made.items()}
        for folder in folders:
            for path in sorted((folder / "files").rglob("*")):
                if path.is_file():
                    found[str(path.relative_to(folder / "files"))] = path.read_bytes()
        return [contents.entry(name, content, at) for name, content in sorted(found.items())]

    def line(self, contents, folders, running):
        run, created = self.run, seconds(self.run.start_time)
        config = self.config_entries()
        summary = redacted(tree.to_json(self.summary))
        lines = log_lines(self.outputs)
        heartbeat = naive(max(self.last, created))
        return {
            "kind": "run", "id": run.run_id, "entity": run.entity, "project": run.project,
            "displayName": run.display_name or None, "group": run.run_group or None, "jobType": run.job_type or None,
            "state": self.state(running), "createdAt": naive(created), "heartbeatAt": heartbeat,
            "tags": list(run.tags), "notes": run.notes or None, "description": None,
            "sweepName": run.sweep_id or None, "commit": run.git.commit or None, "user": self.environment.username,
            "host": "redacted", "exitcode": self.exits[-1], "computeSeconds": sum(self.runtimes),
            "config": redacted(json.dumps({key: {"desc": None, "value": value} for key, value in config.items()}, ensure_ascii=False)),
            "summaryMetrics": summary,
            "systemMetrics": tree.to_json(self.system_metrics()),
            "historyKeys": history_keys([tree.value(row) for row in self.history]),
            "history": [redacted(tree.to_json(row)) for row in self.history],
            "events": [tree.to_json(row) for row in self.events],
            "logLines": lines,
            "files": self.files(contents, folders, config, summary, lines, heartbeat),
            "loggedArtifacts": [], "usedArtifacts": [],
        }


def merge(target, path, value):
    """Merges a config update leaf by leaf."""
    for key in path[:-1]:
        target = target.setdefault(key, {})
    if isinstance(value, dict) and isinstance(target.get(path[-1]), dict):
        for key, inner in value.items():
            merge(target[path[-1]], [key], inner)
    else:
        target[path[-1]] = value
