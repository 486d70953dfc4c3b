"""Builds the parts of a run's `_wandb` config entry, keyed by field number as in the SDK."""

from google.protobuf.json_format import MessageToDict

from .redact import redacted


def numbered(message):
    """Converts a message of flags to the list of its set flags, any other message to a dict, by field number."""
    fields = message.ListFields()
    if fields and all(field.type == field.TYPE_BOOL for field, _ in fields):
        return sorted(field.number for field, _ in fields)
    return {str(field.number): numbered(value) if field.type == field.TYPE_MESSAGE else list(value) if field.is_repeated else value
            for field, value in fields}


def environment(message):
    """The contents of wandb-metadata.json."""
    described = MessageToDict(message)
    described.pop("os", None)
    if message.os:
        described["os"] = message.os.split("-")[0]
    if message.host:
        described["host"] = "redacted"

    def clean(value):
        if isinstance(value, dict):
            return {key: clean(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [clean(inner) for inner in value]
        return redacted(value) if isinstance(value, str) else value

    return clean(described)


def metrics(definitions):
    """Returns the metric definitions; step metrics are referenced by their 1-based index."""
    indexes = {name: index for index, name in enumerate(definitions, 1)}
    encoded = []
    for definition in definitions.values():
        entry = numbered(definition)
        entry.pop("4", None)
        if definition.step_metric in indexes:
            entry["5"] = indexes[definition.step_metric]
        encoded.append(entry)
    return encoded
