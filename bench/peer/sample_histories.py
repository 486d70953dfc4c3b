"""Samples the histories of all runs in a project."""

from serve import serve


def work(api, task):
    runs = api.runs(task["path"], filters=task["filters"])

    def load():
        rows = runs.histories(samples=500, keys=task["keys"])
        return lambda: [row[task["key"]] for row in rows]

    return load


serve(work)
