"""The parts of a run's `_wandb` config entry, as the SDK encodes them: by field number."""

from google.protobuf.json_format import MessageToDict

from .redact import redacted


def numbered(message):
    """A message of flags becomes the list of its set flags, any other one a dict; both by field number."""
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
    """Metric definitions; a step metric is referred to by its place in the list, counted from one."""
    places = {name: place for place, name in enumerate(definitions, 1)}
    encoded = []
    for definition in definitions.values():
        entry = numbered(definition)
        entry.pop("4", None)
        if definition.step_metric in places:
            entry["5"] = places[definition.step_metric]
        encoded.append(entry)
    return encoded
