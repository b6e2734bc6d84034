"""The values that a file's own code gives to its names, beside those that its earlier text gives."""

import contextlib
import inspect
import io
import os
import sys
import types

from mge_python.recording.record import load_module
from mge_python.values.shape import Shape

GIVEN = ("__file__", "__package__", "__path__", "__spec__", "__loader__")  # names that a file's own code finds
LONGEST = 100000


def compare_module(target, root, report):
    key, path = target["key"], os.path.join(root, target["file"])
    load_module(root, target["file"])
    module = next((one for one in list(sys.modules.values()) if getattr(one, "__file__", None) == path), None)
    if module is None:
        return report(kind="skipped", key=key, reason="it is never loaded")
    earlier, fresh = alike(module), alike(module)
    try:
        with open(path, encoding="utf-8") as source, contextlib.redirect_stdout(io.StringIO()):
            exec(compile(target["previous"], path, "exec", dont_inherit=True), earlier.__dict__)
            exec(compile(source.read(), path, "exec", dont_inherit=True), fresh.__dict__)
    except BaseException as error:
        reason = f"its earlier version cannot be loaded: {type(error).__name__}: {error}"[:300]
        return report(kind="skipped", key=key, reason=reason)
    names = [name for name in sorted(set(vars(earlier)) & set(vars(fresh))) if is_value(name, vars(earlier)[name])]
    for name in names:
        values = difference_of(vars(earlier)[name], vars(fresh)[name])
        if values is not None:
            report(kind="difference", key=key, recorded=True, input=f"the value of {name}", was=values[0], now=values[1])
    report(kind="compared", key=key, inputs=len(names))


def alike(module):
    made = types.ModuleType(module.__name__)
    made.__dict__.update({name: value for name, value in vars(module).items() if name in GIVEN})
    return made


def is_value(name, value):
    """Functions and classes are compared themselves."""
    if name.startswith("__") or isinstance(value, (types.ModuleType, type)):
        return False
    return not isinstance(value, types.FunctionType) or value.__name__ != name


def difference_of(was, now):
    """Where two values differ, as texts; None where they do not, or nobody can tell."""
    try:
        shapes = [Shape(header_of, 40).of(one)[:LONGEST] for one in (was, now)]
    except Exception:
        return None
    if shapes[0] == shapes[1]:
        return None
    at = next((index for index, pair in enumerate(zip(*shapes)) if pair[0] != pair[1]), 0)
    return [shape[max(0, at - 60) : at + 200] for shape in shapes]


def header_of(function):
    try:
        return str(inspect.signature(function))
    except (TypeError, ValueError):
        return ""
