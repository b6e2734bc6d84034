"""Values as text that can be compared."""

import collections
import functools
import itertools
import re
import types

from mge_python.values.iterators import ITEMS
from mge_python.values.slots import slots_of

NODES = 10000  # of a value are looked at
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]{6,}")
PLAIN = (bool, int, str, bytes, type(None), type(...), complex, range)
SEQUENCES = (list, tuple, collections.deque)
MAPPINGS = (dict, collections.OrderedDict, collections.defaultdict)
CALLABLE = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodWrapperType)


class Shape:
    """What a value looks like from outside: two values of the same shape are the same to whoever uses them."""

    def __init__(self, probe=None, deepest=2):
        self.deepest = deepest  # where functions are still probed
        self.seen = {}
        self.kept = []
        self.left = NODES
        self.probe = probe  # calls a function that is a result, and tells what came of it

    def of(self, value, depth=0):
        self.left -= 1
        if self.left < 0 or depth > 40:
            return "…"
        kind = type(value)
        if kind is str or kind is int:
            text = repr(value)
            return ADDRESS.sub(" at 0x", text) if " at 0x" in text else text
        if isinstance(value, PLAIN):
            return f"{kind.__name__} {value!r}"
        if isinstance(value, float):
            return f"float {value:.12g}"
        if isinstance(value, type):
            return f"class {value.__qualname__}"
        if isinstance(value, types.ModuleType):
            return f"module {value.__name__}"
        if id(value) in self.seen:
            return f"#{self.seen[id(value)]}"
        self.seen[id(value)] = len(self.seen)
        self.kept.append(value)
        return self.inner(value, kind, depth + 1)

    def inner(self, value, kind, depth):
        of = self.of
        if isinstance(value, SEQUENCES):
            items = [of(item, depth) for item in itertools.islice(type(value).__iter__(value), NODES)]
            extra = self.attributes(value, depth) if kind not in SEQUENCES else ""
            return f"{kind.__name__}({', '.join(items)}){extra}"
        if isinstance(value, (set, frozenset)):
            return f"{kind.__name__}{{{', '.join(sorted(of(item, depth) for item in value))}}}"
        if isinstance(value, dict):
            items = [f"{of(key, depth)}: {of(item, depth)}" for key, item in value.items()]
            extra = self.attributes(value, depth) if kind not in MAPPINGS else ""
            return f"{kind.__name__}{{{', '.join(items if kind is collections.OrderedDict else sorted(items))}}}{extra}"
        if isinstance(value, BaseException):
            return f"{kind.__name__}({self.message(value)})"
        if isinstance(value, CALLABLE):
            return self.function(value, depth)
        if isinstance(value, functools.partial):
            bound = f"{of(value.func, depth)}, {of(value.args, depth)}, {of(value.keywords, depth)}"
            return f"partial({bound}){self.function(value, depth)}"
        if hasattr(kind, "__next__") and not hasattr(value, "__dict__"):
            return self.iterator(value, depth)
        text = self.attributes(value, depth)
        if callable(value):
            text += self.function(value, depth)
        if not text:
            text = ADDRESS.sub(" at 0x", repr(value))[:300]
        return f"{kind.__qualname__}<{text}>"

    def message(self, error):
        return ADDRESS.sub(" at 0x", str(error))[:300]

    def function(self, value, depth):
        return "function" + (self.probe(value) if self.probe and depth <= self.deepest else "")

    def iterator(self, value, depth):
        items = []
        try:
            for item in itertools.islice(value, ITEMS):
                items.append(self.of(item, depth))
        except Exception as error:
            items.append(f"raises {type(error).__name__}")
        return f"iterator({', '.join(items)})"

    def attributes(self, value, depth):
        found = {}
        for name in slots_of(value):
            try:
                found[name] = object.__getattribute__(value, name)
            except AttributeError:
                pass
        try:
            found.update(object.__getattribute__(value, "__dict__"))
        except AttributeError:
            pass
        return ", ".join(f"{name}={self.of(found[name], depth)}" for name in sorted(found, key=str))
