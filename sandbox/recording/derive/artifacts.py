"""Derives artifact versions, their aliases, and the runs that logged or used them, as the server does."""

import base64
from pathlib import Path

from .times import naive




class Registry:
    def __init__(self, contents):
        self.contents = contents
        self.versions = []
        self.collections = {}

    def take(self, at, step, record, run, user):
        """Adds a record, in order of time, and returns the line of its new or existing version."""
        known = self.collections.setdefault(record.name, [])
        # Content that is already in the collection does not create a new version.
        version = next((v for v in known if v["digest"] == record.digest), None)
        found = version is not None
        if not found:
            version = self.create(at, step, record, {"user": user} if record.user_created else {"run": run}, len(known))
            known.append(version)
            self.versions.append(version)
        # An offline run uses a version by naming its content, which moves no alias.
        if not (found and record.use_after_commit):
            self.move(known, version, list(record.aliases), at)
        return version

    def create(self, at, step, record, creator, index):
        manifest = {entry.path: self.entry(entry) for entry in record.manifest.contents}
        return {
            "kind": "artifact", "id": base64.b64encode(f"Artifact:{len(self.versions) + 1}".encode()).decode(),
            "entity": record.entity, "project": record.project, "name": record.name, "type": record.type,
            "versionIndex": index, "aliases": [f"v{index}"], "size": sum(e["size"] for e in manifest.values()),
            "digest": record.digest, "description": record.description or None, "metadata": record.metadata or None,
            "state": "COMMITTED", "commitHash": None, "historyStep": None if record.user_created else step,
            "fileCount": len(manifest), "createdAt": naive(at), "updatedAt": naive(at), "createdBy": creator, "manifest": manifest,
        }

    def entry(self, entry):
        if entry.ref:
            return {"digest": entry.digest, "size": entry.size, "ref": entry.ref}
        if self.contents.keep(Path(entry.local_path).read_bytes()) != entry.digest:
            raise ValueError(f"{entry.path} changed after it was logged")
        return {"digest": entry.digest, "size": entry.size}

    def move(self, known, version, aliases, at):
        for other in known:
            if other is not version and set(aliases) & set(other["aliases"]):
                other["aliases"] = [a for a in other["aliases"] if a not in aliases]
                other["updatedAt"] = naive(at)
        added = [a for a in aliases if a not in version["aliases"]]
        if added:
            version["aliases"] = [*added, *version["aliases"]]
            version["updatedAt"] = naive(at)
