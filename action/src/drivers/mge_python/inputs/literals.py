"""Texts and numbers that a function compares its inputs with: those that stand in it, and constants that it reads by name."""

import ast
import re
import types

LONGEST = 40
REACHED = 60  # constants of one name
ABSENT = object()


def literals_of(nodes, scope, owner):
    """`nodes`: both versions' trees; `scope`: their module's names; `owner`: the class of a method, or something else."""
    found = [one.value for node in nodes for one in ast.walk(node) if isinstance(one, ast.Constant)]
    for node in nodes:
        for one in ast.walk(node):
            if isinstance(one, (ast.Attribute, ast.Name)) and isinstance(one.ctx, ast.Load):
                found.extend(plain_in(reached(one, scope, owner)))
    return list(dict.fromkeys(one for one in found if is_plain(one)))


def is_plain(value):
    return isinstance(value, (int, float)) or isinstance(value, str) and len(value) <= LONGEST


def reached(node, scope, owner):
    """What a name, or a member of a module or a class, stands for; members of objects are not asked for, nothing is run."""
    if isinstance(node, ast.Name):
        return scope.get(node.id, ABSENT)
    if not isinstance(node, ast.Attribute):
        return ABSENT
    if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
        around = owner
    else:
        around = reached(node.value, scope, owner)
    if isinstance(around, types.ModuleType):
        return vars(around).get(node.attr, ABSENT)
    if isinstance(around, type):
        return next((vars(one)[node.attr] for one in around.__mro__ if node.attr in vars(one)), ABSENT)
    return ABSENT


def plain_in(value, depth=0):
    if isinstance(value, re.Pattern):
        value = value.pattern
    if is_plain(value):
        return [value]
    if depth > 2 or type(value) not in (list, tuple, set, frozenset, dict):
        return []
    items = sorted(value, key=repr) if isinstance(value, (set, frozenset)) else list(value)
    items += list(value.values()) if isinstance(value, dict) else []
    return [one for item in items[:REACHED] for one in plain_in(item, depth + 1)][:REACHED]
