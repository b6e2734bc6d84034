"""What a function keeps in its module: lists, mappings and sets that it changes there, and names that it gives anew."""

import ast
import collections
import re

CHANGING = {"append", "appendleft", "add", "clear", "discard", "extend", "insert", "move_to_end", "pop", "popitem", "popleft", "remove", "reverse", "setdefault", "sort", "update"}
CONTAINERS = (list, dict, set, collections.deque)
LARGEST = 2000
ABSENT = object()
SAVING = re.compile(r"cache|memo", re.I)


def kept_names(node):
    """Names outside a function that its text may change."""
    found, local = set(), {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}
    for one in ast.walk(node):
        if isinstance(one, ast.Global):
            found.update(one.names)
        elif isinstance(one, ast.Subscript) and not isinstance(one.ctx, ast.Load) and isinstance(one.value, ast.Name):
            found.add(one.value.id)
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr in CHANGING and isinstance(one.func.value, ast.Name):
            found.add(one.func.value.id)
        elif isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            local.add(one.id)
    said = {name for one in ast.walk(node) if isinstance(one, ast.Global) for name in one.names}
    return (found - local) | said


class State:
    """
    Parts of a module that are put back after each call. What the earlier version changed is looked at as well: what only the
    present one keeps, and what is kept to save work, is nobody's promise.
    """

    def __init__(self, earlier, present, scope):
        self.scope = scope
        self.kept = {}
        self.told = sorted(name for name in earlier if not SAVING.search(name))
        for name in sorted(earlier | present):
            value = scope.get(name, ABSENT)
            is_container = type(value) in CONTAINERS or isinstance(value, (collections.OrderedDict, collections.defaultdict))
            if is_container and len(value) <= LARGEST:
                self.kept[name] = (value, value.copy())
            elif value is ABSENT or value is None or isinstance(value, (bool, int, float, str, tuple)):
                self.kept[name] = (value, None)

    def seen(self):
        return {name: self.scope.get(name, "(absent)") for name in self.told if name in self.kept}

    def restore(self):
        for name, (value, content) in self.kept.items():
            if value is ABSENT:
                self.scope.pop(name, None)
                continue
            self.scope[name] = value
            if content is not None and value != content:
                value.clear()
                value.extend(content) if isinstance(value, (list, collections.deque)) else value.update(content)
