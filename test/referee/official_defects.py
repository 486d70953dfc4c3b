"""What is asked of the official client only to show where it is wrong."""

import os
import time

import wandb

POLLS = 4


def runs_of(api, question, per_page):
    return api.runs(question["path"], filters=question["filters"], order="+created_at", per_page=per_page)


def nested(api, question):
    """The pairs that two loops over one list see."""
    runs = runs_of(api, question, 50)
    return [[one.id, other.id] for one in runs for other in runs]


def slices(api, question):
    """What slices give, or the errors that they raise."""

    def attempt(index):
        try:
            found = runs_of(api, question, 2)[index]
            return [run.id for run in found] if isinstance(found, list) else found.id
        except Exception as error:
            return f"{type(error).__name__}: {error}"

    return {"last": attempt(-1), "rest": attempt(slice(1, None))}


def first_two(api, question):
    return [run.id for run in runs_of(api, question, 2)[0:2]]


def listed_keys(api, question):
    """The history keys of listed runs, or what is raised instead."""
    try:
        return {"keys": [sorted(run.history_keys["keys"]) for run in runs_of(api, question, 2)[0:2]]}
    except AttributeError as error:
        return {"raised": f"{type(error).__name__}: {error}"}


def to_mongo(api, question):
    """A filter in the words of reports, as the server is asked, or what is raised instead."""
    from wandb.apis.public.reports import PythonMongoishQueryGenerator

    class RunSet:
        _runs_config = {"optimizer": "adam", "model.width": 1}

    try:
        return {"filter": PythonMongoishQueryGenerator(RunSet()).python_to_mongo(question["name"])}
    except Exception as error:
        return {"raised": f"{type(error).__name__}: {error}"}


class StillWaiting(Exception):
    pass


def wait(api, question):
    """Waits for a run; the pauses are left out, and it ends after a few."""
    run = api.run(question["path"])
    pauses = []

    def pause(seconds):
        pauses.append(seconds)
        if len(pauses) == POLLS:
            raise StillWaiting

    sleep, time.sleep = time.sleep, pause
    try:
        run.wait_until_finished()
        return {"ended": True, "state": run.state}
    except Exception as error:
        if not isinstance(error, StillWaiting) and not isinstance(error.__cause__, StillWaiting) and len(pauses) < POLLS:
            raise
        return {"ended": False, "pauses": pauses}
    finally:
        time.sleep = sleep


def folders(api, question):
    """Where listing runs leaves folders, under the one that the client is told to use."""
    os.environ["WANDB_DIR"] = question["folder"]
    try:
        ids = [run.id for run in runs_of(api, question, 50)]
    finally:
        del os.environ["WANDB_DIR"]
    left = sorted(name for _, names, _ in os.walk(question["folder"]) for name in names)
    return {"ids": ids, "left": left}


def impatient(api, question):
    """A run, with a time limit of so many seconds for a request."""
    base = {"base_url": os.environ["WANDB_BASE_URL"]}
    fresh = wandb.Api(overrides=base, api_key=os.environ["WANDB_API_KEY"], timeout=question["samples"])
    started = time.monotonic()
    try:
        return {"id": fresh.run(question["path"]).id, "seconds": time.monotonic() - started}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}", "seconds": time.monotonic() - started}


answers = {
    "nested": nested,
    "slices": slices,
    "first_two": first_two,
    "listed_keys": listed_keys,
    "to_mongo": to_mongo,
    "wait": wait,
    "folders": folders,
    "impatient": impatient,
}
