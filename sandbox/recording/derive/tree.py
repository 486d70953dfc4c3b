"""Nested keys whose leaves are raw JSON, so that NaN, 1 and 1.0 survive."""

import json


def put(tree, path, text):
    for key in path[:-1]:
        if not isinstance(tree.get(key), dict):
            tree[key] = {}
        tree = tree[key]
    tree[path[-1]] = text


def drop(tree, path):
    for key in path[:-1]:
        tree = tree.get(key, {})
        if not isinstance(tree, dict):
            return
    tree.pop(path[-1], None)


def path_of(item):
    return list(item.nested_key) or [item.key]


def to_json(tree):
    if isinstance(tree, str):
        return tree
    return "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)}: {to_json(tree[key])}" for key in sorted(tree)) + "}"


def value(tree):
    return json.loads(to_json(tree))
