"""Reads every row of a history into a list, without the cache."""

from serve import serve


def work(api, task):
    run = api.run(task["run"])

    def load():
        rows = list(run.scan_history(use_cache=False, **task["options"]))
        return lambda: [row[task["key"]] for row in rows]

    return load


serve(work)
