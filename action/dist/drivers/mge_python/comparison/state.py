"""What a function keeps in its module: lists, mappings and sets that it changes there, and names that it gives anew."""

import ast
import collections
import re
import types

CHANGING = frozenset(
    "append appendleft add clear discard extend insert move_to_end pop popitem popleft remove reverse setdefault sort update".split()
)
CONTAINERS = (list, dict, set, collections.deque)
LARGEST = 2000
LEAVES = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType)
ABSENT = object()
SAVING = re.compile(r"cache|memo", re.I)


def kept_names(node):
    """Names outside a function that its text may change."""
    found, local = set(), {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}
    for one in ast.walk(node):
        if isinstance(one, ast.Global):
            found.update(one.names)
        elif isinstance(one, (ast.Subscript, ast.Attribute)) and not isinstance(one.ctx, ast.Load):
            found.add(root_of(one))
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr in CHANGING:
            found.add(root_of(one.func))
        elif isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            local.add(one.id)
    said = {name for one in ast.walk(node) if isinstance(one, ast.Global) for name in one.names}
    return (found - local - {None}) | said


def root_of(node):
    """The name that a chain of members and items begins with, if it begins with one."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


class State:
    """
    Parts of a module that are put back after each call. What the earlier version changed is looked at as well: what only the
    present one keeps, and what is kept to save work, is nobody's promise.
    """

    def __init__(self, earlier, present, scope):
        self.scope = scope
        self.kept = {}
        self.told = []
        for name in sorted(earlier | present):
            value = scope.get(name, ABSENT)
            contents = contents_of(value)
            is_plain = value is ABSENT or value is None or isinstance(value, (bool, int, float, str, tuple))
            if is_plain or contents:
                self.kept[name] = (value, contents or [])
                if name in earlier and contents is not None and not SAVING.search(name):
                    self.told.append(name)

    def seen(self):
        return {name: self.scope.get(name, "(absent)") for name in self.told}

    def restore(self):
        for name, (value, contents) in self.kept.items():
            if value is ABSENT:
                self.scope.pop(name, None)
                continue
            self.scope[name] = value
            for one, content in contents:
                one.clear()
                one.extend(content) if isinstance(one, (list, collections.deque)) else one.update(content)


def contents_of(value):
    """What stands in a value, however deep: each container with a copy of what is in it; None where that is too much to look at."""
    found, seen, waiting = [], set(), [value]
    while waiting:
        one = waiting.pop()
        inner = one if isinstance(one, CONTAINERS) else members_of(one)
        if isinstance(one, tuple):
            waiting.extend(one)
        if not isinstance(inner, CONTAINERS) or id(inner) in seen:
            continue
        seen.add(id(inner))
        if len(found) + len(inner) > LARGEST:
            return None
        found.append((inner, inner.copy()))
        waiting.extend(inner.values() if isinstance(inner, dict) else inner)
    return found


def members_of(value):
    """The mapping in which an object keeps its members; None where there is none, or where it is not asked for."""
    return getattr(value, "__dict__", None) if type(type(value)) is type and not isinstance(value, LEAVES) else None
