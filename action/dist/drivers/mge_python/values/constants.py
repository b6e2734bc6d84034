"""Objects that stand in the project's modules: code compares them with `is`, so that copies of values go on pointing to them."""

import sys
import types

CONSTANTS = {}  # by identity


def keep_constants(root, limit=50000):
    """Notes what hangs on the modules below a folder; copies of values go on pointing to it. Plain containers are copied."""
    waiting = [vars(one) for one in list(sys.modules.values()) if str(getattr(one, "__file__", None)).startswith(root)]
    seen = set()
    while waiting and len(seen) < limit:
        value = waiting.pop()
        if id(value) in seen or isinstance(value, (types.ModuleType, types.FunctionType, type(None), str, bytes, int, float)):
            continue
        seen.add(id(value))
        if isinstance(value, type):
            if value.__module__ in sys.modules and str(getattr(sys.modules[value.__module__], "__file__", None)).startswith(root):
                waiting.extend(vars(value).values())
        elif type(value) in (list, tuple, set, frozenset):
            waiting.extend(value)
        elif type(value) is dict:
            waiting.extend(value.values())
        else:
            CONSTANTS[id(value)] = value
            waiting.extend(getattr(value, "__dict__", {}).values())
