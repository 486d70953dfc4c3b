"""Times as the server sends them: UTC without a zone."""

from datetime import datetime, timezone


def seconds(timestamp):
    return timestamp.seconds + timestamp.nanos / 1e9


def naive(at, timespec="seconds"):
    return datetime.fromtimestamp(at, timezone.utc).replace(tzinfo=None).isoformat(timespec=timespec)
