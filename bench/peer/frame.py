"""Makes a data frame of the configs and summaries of runs."""

import pandas
from serve import serve


def work(api, task):
    options = {"lazy": False, **task["options"]}

    def load():
        runs = api.runs(task["path"], **options)
        frame = pandas.DataFrame([{**run.config, **run.summary_metrics} for run in runs])
        return lambda: [value for key in task["keys"] for value in frame[key].tolist()]

    return load


serve(work)
