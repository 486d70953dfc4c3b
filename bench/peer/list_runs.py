"""Lists runs and reads the config and summary of each."""

from serve import serve


def work(api, task):
    options = {"lazy": False, **task["options"]}

    def load():
        runs = [(run, run.config, run.summary_metrics) for run in api.runs(task["path"], **options)]
        return lambda: [summary[task["key"]] for _, _, summary in runs]

    return load


serve(work)
