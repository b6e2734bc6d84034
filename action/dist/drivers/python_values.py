"""Values as text that can be compared, copies of them, and values like them."""

import collections
import contextlib
import copy
import datetime
import functools
import inspect
import io
import itertools
import os
import pickle
import re
import sys
import threading
import types

SIGNS = list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t09aZ\u00e9\u65e5\U0001f600")
TOKENS = re.compile(r"[A-Za-z]+|\d+|[^A-Za-z\d]", re.S)
ITEMS = 200  # of an iterator are looked at
NODES = 10000  # of a value are looked at
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]{6,}")
PLAIN = (bool, int, str, bytes, type(None), type(...), complex, range)
LIST_ITERATOR = type(iter([]))
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
        if isinstance(value, (list, tuple, collections.deque)):
            items = [of(item, depth) for item in itertools.islice(type(value).__iter__(value), NODES)]
            extra = self.attributes(value, depth) if kind not in (list, tuple, collections.deque) else ""
            return f"{kind.__name__}({', '.join(items)}){extra}"
        if isinstance(value, (set, frozenset)):
            return f"{kind.__name__}{{{', '.join(sorted(of(item, depth) for item in value))}}}"
        if isinstance(value, dict):
            items = [f"{of(key, depth)}: {of(item, depth)}" for key, item in value.items()]
            extra = self.attributes(value, depth) if kind not in (dict, collections.OrderedDict, collections.defaultdict) else ""
            return f"{kind.__name__}{{{', '.join(items if kind is collections.OrderedDict else sorted(items))}}}{extra}"
        if isinstance(value, BaseException):
            return f"{kind.__name__}({self.message(value)})"
        if isinstance(value, CALLABLE):
            return self.function(value, depth)
        if isinstance(value, functools.partial):
            return f"partial({of(value.func, depth)}, {of(value.args, depth)}, {of(value.keywords, depth)}){self.function(value, depth)}"
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


CONSTANTS = {}  # objects that stand in the project's modules, by identity: code compares them with `is`
# What holds a part of the machine is shared by its copies, and so are modules.
for _kind in (types.ModuleType, type(threading.Lock()), type(threading.RLock()), threading.local, types.MappingProxyType):
    copy._deepcopy_dispatch[_kind] = lambda value, memo: value
# A generator has no copy; objects that hold one are copied as if it had nothing more to give.
copy._deepcopy_dispatch[types.GeneratorType] = lambda value, memo: iter(())


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


class ConstantPickler(pickle.Pickler):
    """Constants are the same object on the other side of a fork: their identity is enough."""

    def persistent_id(self, value):
        return id(value) if id(value) in CONSTANTS else None

    def reducer_override(self, value):
        return (iter, ((),)) if isinstance(value, types.GeneratorType) else NotImplemented


class ConstantUnpickler(pickle.Unpickler):
    def persistent_load(self, key):
        return CONSTANTS[key]


def peek(iterator):
    """What a generator would give next, without taking it: a fork of this process takes it. Raises when it cannot be told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as out:
                ConstantPickler(out).dump(list(itertools.islice(iterator, ITEMS)))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        data = told.read()
    os.waitpid(child, 0)
    return ConstantUnpickler(io.BytesIO(data)).load()


FEW = 3000  # constants that are written down anew for each copy
ATOMS = frozenset((str, int, float, bool, bytes, type(None)))


class Memo(dict):
    """What a copy has copied already; constants count as copied."""

    def get(self, key, default=None):
        found = super().get(key, self)
        return CONSTANTS.get(key, default) if found is self else found


def duplicate(value):
    """A copy that shares nothing that can change with the original, but the project's constants; raises when there can be none."""
    # A plain mapping is asked in a fifth of the time.
    return copied(value, dict(CONSTANTS) if len(CONSTANTS) < FEW else Memo())


def copied(value, memo):
    """As `copy.deepcopy`, which spends most of its time on texts and numbers in lists."""
    kind = type(value)
    if kind in ATOMS:
        return value
    if kind is not list and kind is not dict:
        return copy.deepcopy(value, memo)
    known = memo.get(id(value), memo)
    if known is not memo:
        return known
    made = memo[id(value)] = kind()
    if kind is list:
        made.extend([copied(one, memo) for one in value])
    else:
        made.update([(copied(key, memo), copied(one, memo)) for key, one in value.items()])
    return made


LONG = 200  # items of a value that others are made from
LONG_TEXT = 5000


def shortened(value, depth=0):
    """A value like it that takes little time: of a long one its beginning, and the like inside of it."""
    kind = type(value)
    if kind is str or kind is bytes:
        return value[:LONG_TEXT]
    if kind in (list, tuple) and depth < 4:
        return kind([shortened(one, depth + 1) for one in value[:LONG]])
    if kind is dict and depth < 4:
        return {key: shortened(one, depth + 1) for key, one in itertools.islice(value.items(), LONG)}
    return kind(itertools.islice(value, LONG)) if kind in (set, frozenset) and len(value) > LONG else value


REBUILD = copy._reconstruct


def rebuild(value, memo, make, *rest, **more):
    """Objects whose class wants more than their copy is made with (`tzinfo`, many errors) are copied member by member."""
    try:
        return REBUILD(value, memo, make, *rest, **more)
    except TypeError:
        if make is not type(value) or not hasattr(value, "__dict__"):
            raise
        made = memo[id(value)] = make.__new__(make)
        made.__dict__.update(copied(value.__dict__, memo))
        return made


copy._reconstruct = rebuild


def slots_of(value):
    """Names of members for which a class keeps a place of their own."""
    return slots_in(type(value))


@functools.cache
def slots_in(kind):
    given = [vars(one).get("__slots__", ()) for one in kind.__mro__]
    names = [name for slots in given for name in ([slots] if isinstance(slots, str) else slots)]
    return [name for name in names if name not in ("__weakref__", "__dict__")]


class Variants:
    """Values like a given one: at its borders, with a telling literal, shorter, longer."""

    def __init__(self, random, literals, pool):
        self.random = random
        self.pool = pool  # values met in the tests, by the name of their type
        self.texts = [one for one in literals if isinstance(one, str)] or ["a"]
        self.numbers = sorted({n + d for n in literals if isinstance(n, int) and not isinstance(n, bool) and abs(n) < 1000 for d in (-1, 0, 1)} | {0, 1, -1, 2, 3})
        self.others = list(literals)

    def of(self, value, depth=0):
        options = self.options(value, depth)
        same = self.pool.get(type(value).__name__, [])
        if same:
            options.extend(self.random.choice(same) for _ in range(2))
        if depth == 0:
            options.append(None)
        return options

    def sign(self):
        """A sign that texts of this project hold, or that the function itself looks for."""
        dice = self.random.random()
        if dice < 0.45:
            return self.random.choice(self.texts)
        texts = self.pool.get("str", [])
        signs = [one for one in (self.random.choice(texts) if texts else "") if not one.isalnum()]
        return self.random.choice(signs if signs and dice < 0.85 else SIGNS)

    def wild(self, value, other, depth=0):
        """A value far from this one: parts of both, signs put in anywhere."""
        if isinstance(value, str) and type(value) is str:
            return self.wild_text(value, other if isinstance(other, str) else value)
        if type(value) in (list, tuple) and value and self.random.random() < 0.6:
            at = self.random.randrange(len(value))
            beside = other[at % len(other)] if type(other) is type(value) and other else None
            return type(value)([*value[:at], self.wild(value[at], beside, depth + 1), *value[at + 1 :]])
        if type(value) is dict and value and self.random.random() < 0.6:
            if type(other) is dict and self.random.random() < 0.3:
                return {**value, **other}
            name = self.random.choice(list(value))
            return {**value, name: self.wild(value[name], None, depth + 1)}
        if hasattr(value, "__dict__") and not isinstance(value, (type, functools.partial, *CALLABLE)) and self.random.random() < 0.8:
            made = self.objects(value, depth, 1)
            return made[0] if made else value
        options = self.of(value, depth)
        return self.random.choice(options) if options else value

    def wild_text(self, value, other):
        place = lambda text: self.random.randrange(len(text) + 1)  # noqa: E731
        start, stop = sorted((place(value), place(value)))
        head, middle, tail = value[:start], value[start:stop], value[stop:]
        cut = place(other)
        return self.random.choice(
            [self.reworded(value), self.reworded(value), self.spliced(value, other), self.spliced(value, other), self.resized(value), head + tail, head + middle * 2 + tail, head + other[cut:], head + other[cut : cut + 6] + value[start:], head + self.sign() + middle + self.sign() + tail, head + self.sign() + value[start + 1 :], head + self.sign() + value[start:]]
        )

    def spliced(self, value, other):
        """A few whole words and signs of another text stand between its own."""
        tokens, others = TOKENS.findall(value), TOKENS.findall(other)
        at, start = self.random.randrange(len(tokens) + 1), self.random.randrange(len(others) + 1)
        run = others[start : start + self.random.randrange(1, 8)]
        return "".join([*tokens[:at], *run, *tokens[at + self.random.randrange(2) :]])

    def reworded(self, value):
        """One of its words, numbers or signs is another one."""
        tokens = TOKENS.findall(value) or [value]
        tokens[self.random.randrange(len(tokens))] = self.random.choice(self.texts) if self.random.random() < 0.8 else self.sign()
        return "".join(tokens)

    def resized(self, value):
        """As long as a number that the function itself knows: one of its signs many times, or cut off."""
        length = max(0, self.random.choice(self.numbers))
        if length <= len(value) or not value:
            return value[:length]
        at = self.random.randrange(len(value))
        return value[:at] + value[at] * (length - len(value)) + value[at:]

    def options(self, value, depth):
        pick = self.random.choice
        if isinstance(value, bool):
            return [not value]
        if isinstance(value, int):
            return [value + 1, value - 1, -value, *self.numbers]
        if isinstance(value, float):
            return [value + 1, value - 0.5, -value, 0.0, 1.5]
        if isinstance(value, str):
            return self.strings(value)
        if isinstance(value, bytes):
            return [b"", value * 2, value[1:], value[:-1], value + b"a"]
        if isinstance(value, (list, tuple)) and type(value) in (list, tuple):
            return self.sequences(value, depth)
        if isinstance(value, LIST_ITERATOR):
            return [iter(one) for one in self.sequences(list(duplicate(value)), depth)]
        if type(value) in (dict, collections.OrderedDict):
            return self.mappings(value, depth)
        if type(value) in (set, frozenset):
            items = list(value)
            return [type(value)(), type(value)(items[1:]), type(value)([*items, *self.numbers[:2]])]
        if value is None:
            return [0, "", [], {}, True, pick(self.texts), pick(self.numbers)]
        if isinstance(value, functools.partial):
            return self.partials(value)
        if isinstance(value, CALLABLE):
            return [pick(FUNCTIONS), pick(FUNCTIONS)]
        if isinstance(value, (datetime.timedelta, datetime.date)):
            return self.times(value)
        # A class has no copy: to change one would change it for all that follows.
        return [] if isinstance(value, type) else self.objects(value, depth)

    def times(self, value):
        steps = [datetime.timedelta(seconds=one * unit) for one in (1, -1, *self.numbers[:6]) for unit in (1, 60, 3600, 86400)]
        made = []
        for step in self.random.sample(steps, 6):
            with contextlib.suppress(OverflowError):
                made.append(value + step)
        return made

    def strings(self, value):
        pick = self.random.choice
        cut = self.random.randrange(len(value) + 1)
        fixed = ["", value * 2, value[1:], value[:-1], value.upper(), value.lower(), value.swapcase(), " " + value, value + "\n", value[::-1], value[:cut]]
        literals = self.texts if len(self.texts) <= 6 else self.random.sample(self.texts, 6)
        for text in literals:
            fixed += [text, value + text, text + value, value[:cut] + text + value[cut:], value.replace(text, "")]
        others = self.pool.get("str", [])
        if others:
            fixed += [pick(others), value + pick(others), pick(others) + " " + value]
        fixed += [self.resized(value), self.resized(value)]
        return fixed

    def sequences(self, value, depth):
        kind = type(value)
        items = list(value)
        made = [[], items[:1], items[1:], items[:-1], items[::-1], items + items, [*items, None], [*items, self.random.choice(self.numbers)]]
        if items and depth < 3:
            at = self.random.randrange(len(items))
            options = self.of(items[at], depth + 1)
            for option in self.random.sample(options, min(4, len(options))):
                made.append([*items[:at], option, *items[at + 1 :]])
        return [kind(one) for one in made]

    def mappings(self, value, depth):
        items = list(value.items())
        made = [[], items[:1], items[1:], items[:-1], items[::-1]]
        # Names that the function itself reads, with values of every sort.
        for text in self.texts if len(self.texts) <= 4 else self.random.sample(self.texts, 4):
            plain = [True, None, "a", [1], *self.random.sample(self.numbers, min(3, len(self.numbers))), self.random.choice(self.texts)]
            made += [[*items, (text, value)] for value in [*self.random.sample(plain, 4), self.random.choice(FUNCTIONS)]]
        if items and depth < 3:
            at = self.random.randrange(len(items))
            key, inner = items[at]
            options = self.of(inner, depth + 1)
            for option in self.random.sample(options, min(4, len(options))):
                made.append([*items[:at], (key, option), *items[at + 1 :]])
        return [type(value)(one) for one in made]

    def partials(self, value):
        """Other functions, or fewer of its words, or words by name."""
        function = self.random.choice([value.func, *FUNCTIONS])
        try:
            names = [one.name for one in inspect.signature(function).parameters.values() if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)]
        except (TypeError, ValueError):
            names = []
        named = {name: self.random.choice(self.numbers) for name in names if self.random.random() < 0.5}
        return [functools.partial(function, *value.args), functools.partial(function, **named), functools.partial(value.func, *value.args[1:], **value.keywords)]

    def bare(self, value):
        """Copies of an object, each with one member that holds nothing."""
        made = []
        for name in [*getattr(value, "__dict__", ()), *slots_of(value)] if not isinstance(value, (type, *CALLABLE)) else []:
            with contextlib.suppress(Exception):
                inner = getattr(value, name)
                empty = type(inner)() if isinstance(inner, (str, bytes, int, float, list, tuple, dict, set, frozenset)) else None
                if inner is not None and (isinstance(inner, bool) or inner != empty):
                    changed = duplicate(value)
                    setattr(changed, name, not inner if isinstance(inner, bool) else empty)
                    made.append(changed)
        return made

    def objects(self, value, depth, most=3):
        """Copies with one attribute changed. Each is a copy of the whole, so they are few."""
        names = [*getattr(value, "__dict__", ()), *slots_of(value)]
        made = []
        for name in self.random.sample(names, min(most, len(names))) if depth < 2 else []:
            try:
                inner = getattr(value, name)
                if callable(inner):
                    continue
                changed = duplicate(value)
                setattr(changed, name, self.wild(inner, None, depth + 1) if self.random.random() < 0.5 else self.random.choice(self.of(inner, depth + 1)))
                made.append(changed)
            except Exception:
                continue
        return made


FUNCTIONS = [lambda *words: words[0] if words else None, lambda *words: len(words), lambda *words: bool(words and words[0]), str, len, abs, lambda *words: list(words), lambda *words: False, lambda a, *rest, b=2, **more: (a, rest, b, sorted(more)), lambda a, b=1: (a, b)]
