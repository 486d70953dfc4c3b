"""Derives the server's key statistics of a history."""

import math


def leaves(row, prefix=""):
    """Returns the top-level keys and the dotted keys of plain nested objects. Media objects stay whole."""
    for key, value in row.items():
        if isinstance(value, dict) and "_type" not in value:
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def kind(value):
    if isinstance(value, dict):
        return value["_type"]
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, (int, float)):
        return "number"
    return {str: "string", list: "list"}.get(type(value), "nil")


def history_keys(rows):
    if not rows:
        return None
    keys = {}
    for row in rows:
        for key, value in leaves(row):
            seen = keys.setdefault(key, {"types": {}, "monotonic": True, "previous": None})
            seen["types"][kind(value)] = seen["types"].get(kind(value), 0) + 1
            if kind(value) != "number":
                seen["monotonic"] = False
            elif seen["previous"] is not None and not value >= seen["previous"]:
                seen["monotonic"] = False
            seen["previous"] = value
    return {"keys": {key: {"typeCounts": [{"type": name, "count": count} for name, count in seen["types"].items()],
                           "monotonic": seen["monotonic"], "previousValue": plain(seen["previous"])} for key, seen in sorted(keys.items())},
            "lastStep": max(row["_step"] for row in rows)}


def plain(value):
    """Strict JSON has no NaN; the server sends it as a string."""
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
