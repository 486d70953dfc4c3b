"""What a version of the official client does not have, said in a way that the other side knows."""

import inspect
import re

BEGIN = "not in this version: "
ATTRIBUTE = re.compile(r"'<?(?:[\w.]+\.)?(Run|Sweep|Project|User|BetaReport|ArtifactCollection)\b[^']*' object has no attribute '(\w+)'")
ARGUMENT = re.compile(r"(\w+\.\w+)\(\) got an unexpected keyword argument '(\w+)'")


def lacking(error):
    """The name of what an error says is missing, or None for an error of another kind."""
    if found := ATTRIBUTE.search(str(error)):
        return f"{BEGIN}{found[1]}.{found[2]}"
    if found := ARGUMENT.search(str(error)):
        return f"{BEGIN}{found[1]}({found[2]})"
    return None


def fact(thing, name):
    try:
        return getattr(thing, name)
    except AttributeError as error:
        # Some say nothing at all.
        if said := lacking(error) or (not str(error) and f"{BEGIN}{type(thing).__name__}.{name}"):
            return said
        raise


def facts(thing, names):
    return {name: fact(thing, name) for name in names}


def known(function, options, optional):
    """The options without those that a version does not know and that change nothing there."""
    parameters = inspect.signature(function).parameters
    return {key: value for key, value in options.items() if key in parameters or key not in optional}
