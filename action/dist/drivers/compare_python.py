"""Runs the earlier and the present version of functions side by side, on the inputs that tests give them and on ones like them."""

import ast
import contextlib
import io
import itertools
import json
import linecache
import mmap
import os
import random
import resource
import select
import signal
import sys
import textwrap
import time
import types
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
REQUEST = json.load(sys.stdin)
NONCE = REQUEST["nonce"]
OUT = os.dup(1)
os.dup2(2, 1)
ROOT = os.getcwd()
sys.path[:0] = [ROOT, os.path.join(ROOT, "src")]
sys.dont_write_bytecode = True

from python_functions import Overtime, call, code_of, make_function, run_coroutine  # noqa: E402
from python_literals import literals_of  # noqa: E402
from python_recorder import load_module, record  # noqa: E402
from python_state import State, kept_names  # noqa: E402
from python_upstream import Upstream  # noqa: E402
from python_watch import NAME, Sight, watched  # noqa: E402
from python_values import FUNCTIONS, Shape, Variants, duplicate  # noqa: E402

CALL_SECONDS = 0.5  # of processor time, for one call
MODULE = "(module)"
BARED = 3  # recorded inputs of which each member of each object is once left with nothing
SHOWN = 3  # differences of a function
INCIDENTAL = (TypeError, AttributeError, NameError, RecursionError, MemoryError)


def report(**message):
    os.write(OUT, ("\n" + NONCE + json.dumps(message) + "\n").encode())


def function_node(tree, path):
    """The function of that dotted name; `name#2` is the second one of it."""
    for part in path:
        name, _, number = part.partition("#")
        body = getattr(tree, "body", [])
        found = [node for node in walk_blocks(body) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and node.name == name]
        if len(found) < int(number or 1):
            return None
        tree = found[int(number or 1) - 1] if isinstance(found[0], (ast.FunctionDef, ast.AsyncFunctionDef)) else found[-1]
    return tree


def walk_blocks(body):
    """Statements of a block and of the compound statements in it, but not of functions and classes."""
    for node in body:
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for field in ("body", "orelse", "finalbody"):
                yield from walk_blocks(getattr(node, field, []))
            for handler in getattr(node, "handlers", []):
                yield from walk_blocks(handler.body)


class Side:
    """One version of a function."""

    def __init__(self, code, scope, cells, raises, layout, state):
        self.state = state
        self.code = code
        self.function = make_function(code, scope, cells)
        self.raises = raises
        self.layout = layout

    def outcome(self, given, probes, watch=None):
        given = duplicate(given)
        printed = io.StringIO()
        random.seed(7)
        signal.setitimer(signal.ITIMER_VIRTUAL, CALL_SECONDS, 0.05)
        try:
            with contextlib.redirect_stdout(printed):
                try:
                    # Copies and shapes are not watched: that would take longer than the call itself.
                    perform = lambda: call(self.function, self.layout, given)  # noqa: E731
                    result = watch(perform) if watch else perform()
                    if isinstance(result, types.CoroutineType):
                        result = run_coroutine(result)
                    shape = Shape(lambda function: probe(function, probes)).of(result)
                    after = Shape().of({**given, "(module)": self.state.seen()} if self.state.kept else given)
                    return ("returned", shape, after + printed.getvalue()[:500], True)
                except Overtime:
                    return ("hangs", "", "", True)
                except (Exception, SystemExit) as error:
                    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
                    return ("raised", type(error).__name__, Shape().message(error), self.explicit(error))
        except Overtime:
            return ("hangs", "", "", True)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self.state.restore()

    def explicit(self, error):
        """Whether a `raise` of the project gave it, and not an operation on a value that does not fit."""
        trace = error.__traceback__
        last = None
        while trace is not None:
            last, trace = trace, trace.tb_next
        if last is None:
            return False
        if last.tb_frame.f_code.co_filename == self.code.co_filename:
            return last.tb_lineno in self.raises or line_raises(last)
        return line_raises(last)


def line_raises(trace):
    return linecache.getline(trace.tb_frame.f_code.co_filename, trace.tb_lineno).lstrip().startswith("raise")


def probe(function, probes):
    """What a function that was given as a result does with a few inputs."""
    told = []
    for words in probes:
        try:
            told.append(Shape().of(function(*duplicate(words))))
        except (Exception, SystemExit) as error:
            told.append(f"raises {type(error).__name__}")
    return "{" + "; ".join(told) + "}"


def differ(was, now, recorded):
    """Whether two outcomes differ in a way that somebody may rely on."""
    if was[0] != now[0]:
        return True
    if was[0] == "hangs":
        return False
    if was[0] == "returned":
        return was[:3] != now[:3]
    # Two errors: which operation fails first on a value that does not fit is nobody's promise; what a `raise` of the project gave is one.
    if was[3]:
        return not now[3] or was[1:3] != now[1:3]
    return recorded and was[1] != now[1] and not (was[3] or now[3])


class Coverage:
    """Whether a call has come by a line of the project that no call before it came by."""

    def __init__(self):
        self.seen = set()
        self.codes = {}
        self.news = False

    def __call__(self, frame, event, value):
        code = frame.f_code
        if code not in self.codes:
            self.codes[code] = code.co_filename in ("<was>", "<now>") or (code.co_filename.startswith(ROOT) and "site-packages" not in code.co_filename)
        return self.line if self.codes[code] else None

    def line(self, frame, event, value):
        place = (frame.f_code, frame.f_lineno)
        if place not in self.seen:
            self.seen.add(place)
            self.news = True
        return self.line

    def watch(self, call):
        self.news = False
        sys.settrace(self)
        try:
            return call()
        finally:
            sys.settrace(None)


def keep(inputs, given, rng):
    if len(inputs) < 300:
        inputs.append(given)
    else:
        inputs[rng.randrange(300)] = given


def pursued(bases, names, variants, rng, corpus, near):
    """Inputs like those that reached something new, changed in several places at a time."""
    def pick():
        dice = rng.random()
        inputs = near if near and dice < 0.35 else corpus if corpus and dice < 0.8 else bases
        # The first of the recorded are small, and quick to go on from; of the others, the last have had the least looked at.
        if inputs is bases:
            return bases[int(len(bases) * rng.random() ** 2)]
        return rng.choice(inputs[-12:]) if rng.random() < 0.5 else rng.choice(inputs)

    made, other = dict(pick()), pick()
    for _ in range(rng.randrange(1, 5)):
        name = rng.choice(names)
        if name in ("self", "cls") and rng.random() < 0.5:
            made[name] = other[name]
        elif rng.random() < 0.2:
            made[name] = other[name]
        elif len(names) > 1 and rng.random() < 0.12:
            with contextlib.suppress(Exception):
                made[name] = alike(made, name, names, variants, rng)
        else:
            with contextlib.suppress(Exception):  # objects that cannot be read or copied stay what they are
                made[name] = variants.wild(made[name], other[name])
    return made


def size_of(given):
    try:
        return len(Shape().of(given))
    except Exception:
        return 0


def alike(made, name, names, variants, rng):
    """A copy of another parameter's value, or nearly one: what compares two things is told most by things that are almost the same."""
    beside = [one for one in names if one != name]
    same = [one for one in beside if type(made[one]) is type(made[name])]
    copied = duplicate(made[rng.choice(same or beside)])
    return copied if rng.random() < 0.3 else variants.wild(copied, None)


def inputs_of(calls, target, code, variants, pool, rng, literals, corpus, near, upstream):
    """Recorded inputs first, then ones like them, without end."""
    for given in calls:
        yield given, True
    if upstream is not None and upstream.is_possible:
        yield from mingled(inputs_like(calls, target, code, variants, pool, rng, literals, corpus, near), upstream, share_of(calls), corpus, near)
    else:
        yield from inputs_like(calls, target, code, variants, pool, rng, literals, corpus, near)


def share_of(calls):
    """How much of the time what the project makes itself is worth: its objects are hardly made in another way."""
    plain = (str, bytes, int, float, complex, type(None), list, tuple, dict, set, frozenset)
    return 0.6 if any(not isinstance(value, plain) and not callable(value) for given in calls for value in given.values()) else 0.15


def mingled(inputs, upstream, share, corpus, near):
    """Inputs from both sources, by the time that each has taken."""
    taken, begun = 0.0, time.process_time()
    while True:
        started = time.process_time()
        if taken > share * (started - begun):
            given = next(inputs, None)
            if given is not None:
                yield given
                continue
        entry, arrived = upstream.some()
        known = len(corpus), len(near)
        for given in arrived:
            yield given, False
        if known != (len(corpus), len(near)):
            upstream.keep(entry)
        taken += time.process_time() - started


def inputs_like(calls, target, code, variants, pool, rng, literals, corpus, near):
    names = list(calls[0]) if calls else list(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)])
    bases = calls or list(invented(names, code, target, pool, rng, literals))
    if not bases:
        return
    for base in bases[:BARED] if calls else []:
        for name in names:
            yield from (({**base, name: one}, False) for one in variants.bare(base[name]))
    for round_ in itertools.count():
        base = bases[round_ % len(bases)]
        for name in names:
            if name in ("self", "cls") and rng.random() < 0.6:
                options = [one for one in pool.get(type(base[name]).__name__, [])]
                options = rng.sample(options, min(2, len(options)))
            else:
                options = variants.of(base[name])
                options = rng.sample(options, min(6, len(options)))
            for option in options:
                yield {**base, name: option}, False
        for _ in range(24 if names else 0):
            yield pursued(bases, names, variants, rng, corpus, near), False
        if len(bases) > 1 and len(names) > 1:
            for _ in range(4):
                yield {name: rng.choice(bases)[name] for name in names}, False
        changed = {name: rng.choice(variants.of(base[name]) or [base[name]]) for name in names if name != "self"}
        yield {**base, **changed}, False
        if not calls:
            bases.extend(invented(names, code, target, pool, rng, literals))


def invented(names, code, target, pool, rng, literals):
    """Inputs for a function that no test calls: by its annotations, the names of its parameters, the values of other calls."""
    hints = target["hints"]
    everything = [value for values in pool.values() for value in values]
    plain = [0, 1, 2, -1, "", "a", "b c", [], [1, 2, 3], ["b", "a"], {}, {"a": 1}, None, True, 1.5, *FUNCTIONS[:3], *literals]
    by_hint = {"int": [0, 1, 2, 5, -1], "float": [0.0, 1.5, -2.0], "str": ["", "a", "b c", "A-1", *[one for one in literals if isinstance(one, str)]], "bool": [True, False], "list": [[], [1], [3, 1, 2]], "dict": [{}, {"a": 1}], "bytes": [b"", b"ab"], "tuple": [(), (1, 2)], "Callable": FUNCTIONS}
    for _ in range(40):
        made = {}
        for position, name in enumerate(names):
            if position == 0 and name in ("self", "cls") and "." in target["name"]:
                own = target["name"].split(".")[-2]
                instances = pool.get(own) or target["instances"]
                if not instances:
                    return
                made[name] = rng.choice(instances)
            elif position >= code.co_argcount + code.co_kwonlyargcount:
                is_words = bool(code.co_flags & 4) and position == code.co_argcount + code.co_kwonlyargcount
                made[name] = tuple(rng.choice(plain) for _ in range(rng.randrange(3))) if is_words else {}
            else:
                hinted = [value for word, values in by_hint.items() if word.lower() in hints.get(name, "").lower() for value in values]
                callables = FUNCTIONS if name in ("f", "func", "fn", "function", "key", "predicate", "callback", "binop", "op") else []
                options = hinted or callables or (everything if everything and rng.random() < 0.6 else plain)
                made[name] = rng.choice(options)
        yield made


def show(given):
    def text(value):
        try:
            return repr(value)[:160]
        except Exception:
            return f"<{type(value).__name__}>"

    return ", ".join(f"{name}={text(value)}" for name, value in given.items())[:500]


def told(outcome):
    kind, first, second, _ = outcome
    if kind == "hangs":
        return "it does not end"
    return f"raises {first}: {second}"[:300] if kind == "raised" else first[:300]


def compare(target, recorder, sides, literals, seconds, phase, say, sight, upstream):
    was, now = sides
    key = target["key"]
    calls = sorted(recorder.calls[key], key=size_of)
    rng = random.Random(zlib.crc32(f"{REQUEST['seed']} {key}".encode()))
    variants = Variants(rng, literals, recorder.pool)
    values = [value for values in recorder.pool.values() for value in values if not callable(value)]
    probes = [(value,) for value in rng.sample(values, min(6, len(values)))] + [(1, 2), ("a",), ([1, 2, 3],), ()]
    deadline = time.process_time() + seconds
    count, found, unsteady, answered, last = 0, 0, 0, 0, ""
    corpus, near, coverage = [], [], Coverage()
    started = time.process_time()
    for given, recorded in inputs_of(calls, target, now.layout, variants, recorder.pool, rng, literals, corpus, near, upstream):
        if count >= REQUEST["inputs"] or found >= SHOWN or time.process_time() > deadline:
            break
        # Large ones come last, and may not take all the time.
        if recorded and time.process_time() - started > seconds / 2:
            continue
        count += 1
        phase[0] = 1
        # Watching is slow: some calls are enough to know where it is worth going on.
        is_watched = recorded or count % 6 == 0
        known = len(sight.features)
        sight.begin()
        try:
            first = was.outcome(given, probes, coverage.watch if is_watched else None)
        except Exception:
            continue  # what cannot be copied is not compared
        seen = sight.hash
        if is_watched and coverage.news or len(sight.features) > known:
            keep(corpus, given, rng)
        if first[0] == "hangs":
            continue
        if first[0] == "returned" or first[3]:
            answered += 1
        else:
            last = f"{first[1]}: {first[2]}"
        if first[0] == "raised" and not first[3] and not recorded and first[1] in [one.__name__ for one in INCIDENTAL]:
            continue  # nothing that the function was made for
        phase[0] = 2
        sight.begin()
        second = now.outcome(given, probes)
        if not differ(first, second, recorded):
            # What differs inside, and not yet outside, is close to where it differs.
            if seen != sight.hash:
                keep(near, given, rng)
            continue
        again = was.outcome(given, probes), now.outcome(given, probes)
        if differ(first, again[0], True) or differ(second, again[1], True):
            unsteady += 1
            continue
        found += 1
        changed = first[0] == second[0] == "returned" and first[1] == second[1]
        say(kind="difference", key=key, recorded=recorded, input=show(given), was=f"afterwards {first[2][:300]}" if changed else told(first), now=f"afterwards {second[2][:300]}" if changed else told(second))
    phase[0] = 0
    if count > 0 and answered == 0:
        return say(kind="skipped", key=key, reason=f"it could be run with no input: {last}"[:300])
    say(kind="compared", key=key, inputs=count, unsteady=unsteady)


def defaults_differ(target, node, scope):
    """The parameter whose value, when none is given, is another one than before."""
    pairs = zip(target["node"].args.defaults, node.args.defaults) if len(target["node"].args.defaults) == len(node.args.defaults) else []
    for new, old in pairs:
        if ast.dump(new) == ast.dump(old):
            continue
        try:
            values = [Shape().of(eval(compile(ast.Expression(one), "<default>", "eval"), scope)) for one in (old, new)]
        except Exception:
            continue
        if values[0] != values[1]:
            return values
    return None


def prepare(targets):
    """Reads the present files; a target that cannot be found there is told and left out."""
    places = {}
    for target in targets:
        path = os.path.join(ROOT, target["file"])
        try:
            with open(path, encoding="utf-8") as source:
                tree = ast.parse(source.read())
        except (OSError, SyntaxError, ValueError):
            tree = ast.Module([], [])
        if target["name"] == MODULE:
            continue
        node = function_node(tree, target["name"].split("."))
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            report(kind="skipped", key=target["key"], reason="it is not in its file")
            continue
        first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        target["node"] = node
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        target["hints"] = {one.arg: ast.unparse(one.annotation) for one in arguments if one.annotation is not None}
        places[(path, first, node.name)] = target["key"]
        places[(path, node.lineno, node.name)] = target["key"]
    return places


def run_target(target, recorder, say, phase, seconds):
    key = target["key"]
    if key not in recorder.functions:
        return say(kind="skipped", key=key, reason="it is never loaded")
    code, scope, cells = recorder.functions[key]
    node = ast.parse(textwrap.dedent(target["previous"])).body[0]
    earlier, raises = code_of(watched(node), target["name"], "<was>", code.co_flags)
    present, present_raises = code_of(watched(target["node"]), target["name"], "<now>", code.co_flags)
    sight = scope[NAME] = Sight()
    if earlier.co_argcount != code.co_argcount or earlier.co_kwonlyargcount != code.co_kwonlyargcount or (earlier.co_flags ^ code.co_flags) & 12:
        return say(kind="skipped", key=key, reason="its parameters are not the ones it had")
    values = defaults_differ(target, node, scope)
    if values is not None:
        say(kind="difference", key=key, recorded=True, input="a parameter that is not given", was=values[0][:300], now=values[1][:300])
    owner = scope.get(target["name"].split(".")[0])
    target["instances"] = instances_of(owner, recorder, target)
    literals = literals_of((target["node"], node), scope, owner)
    state = State(kept_names(node), kept_names(target["node"]), scope)
    was = Side(earlier, scope, cells, raises, earlier, state)
    now = Side(present, scope, cells, present_raises, code, state)
    upstream = Upstream(target, node, recorder, literals)
    compare(target, recorder, (was, now), literals, seconds, phase, say, sight, upstream)


def compare_module(target):
    """The values that a file's own code gives to its names, beside those that its earlier text gives."""
    key, path = target["key"], os.path.join(ROOT, target["file"])
    load_module(ROOT, target["file"])
    module = next((one for one in list(sys.modules.values()) if getattr(one, "__file__", None) == path), None)
    if module is None:
        return report(kind="skipped", key=key, reason="it is never loaded")
    earlier = types.ModuleType(module.__name__)
    earlier.__dict__.update({name: value for name, value in vars(module).items() if name in ("__file__", "__package__", "__path__", "__spec__", "__loader__")})
    fresh = types.ModuleType(module.__name__)
    fresh.__dict__.update(earlier.__dict__)
    try:
        with open(path, encoding="utf-8") as source, contextlib.redirect_stdout(io.StringIO()):
            exec(compile(target["previous"], path, "exec", dont_inherit=True), earlier.__dict__)
            exec(compile(source.read(), path, "exec", dont_inherit=True), fresh.__dict__)
    except BaseException as error:
        return report(kind="skipped", key=key, reason=f"its earlier version cannot be loaded: {type(error).__name__}: {error}"[:300])
    count = 0
    for name in sorted(set(vars(earlier)) & set(vars(fresh))):
        was, now = vars(earlier)[name], vars(fresh)[name]
        if name.startswith("__") or isinstance(was, (types.ModuleType, type)) or isinstance(was, types.FunctionType) and was.__name__ == name:
            continue
        count += 1
        try:
            shapes = [Shape(header_of, 40).of(one)[:100000] for one in (was, now)]
        except Exception:
            continue
        if shapes[0] != shapes[1]:
            at = next((index for index, pair in enumerate(zip(*shapes)) if pair[0] != pair[1]), 0)
            report(kind="difference", key=key, recorded=True, input=f"the value of {name}", was=shapes[0][max(0, at - 60) : at + 200], now=shapes[1][max(0, at - 60) : at + 200])
    report(kind="compared", key=key, inputs=count)


def header_of(function):
    import inspect

    try:
        return str(inspect.signature(function))
    except (TypeError, ValueError):
        return ""


def instances_of(owner, recorder, target):
    """Objects whose method is asked for: of the class or below it, from the tests, else made without arguments."""
    if not isinstance(owner, type):
        return []
    found = [value for values in recorder.pool.values() for value in values if isinstance(value, owner)][:20]
    for words in [] if found else [(), ("a",), (1,), ("a", "b"), ([1, 2],)]:
        with contextlib.suppress(BaseException):
            found.append(owner(*words))
    return found


def isolated(target, recorder, seconds):
    """In a process of its own: what one function breaks or keeps must not reach the next."""
    phase = mmap.mmap(-1, 1)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)

        def overtime(*_):
            raise Overtime

        signal.signal(signal.SIGVTALRM, overtime)
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds * 2) + 3, int(seconds * 2) + 4))
        say = lambda **message: os.write(writing, (json.dumps(message) + "\n").encode())  # noqa: E731
        try:
            run_target(target, recorder, say, phase, seconds)
        except BaseException as error:
            say(kind="skipped", key=target["key"], reason=f"it cannot be run beside its earlier version: {type(error).__name__}: {error}"[:300])
        os._exit(0)
    os.close(writing)
    lines = read_all(reading, child, seconds * 8 + 10)
    _, status = os.waitpid(child, 0)
    return lines, status, phase[0]


def read_all(reading, child, seconds):
    data, deadline = b"", time.monotonic() + seconds
    while True:
        ready, _, _ = select.select([reading], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            os.kill(child, signal.SIGKILL)
            break
        piece = os.read(reading, 65536)
        if not piece:
            break
        data += piece
    os.close(reading)
    return [json.loads(line) for line in data.decode().split("\n") if line]


def main():
    targets = REQUEST["targets"]
    places = prepare(targets)
    recorder = record(ROOT, REQUEST["tests"], REQUEST["runner"], places, REQUEST["recordSeconds"])
    report(kind="recorded", calls={key: len(calls) for key, calls in recorder.calls.items()})
    deadline = time.monotonic() + REQUEST["seconds"]
    for target in targets:
        if target["name"] == MODULE:
            compare_module(target)
            continue
        if "node" not in target:
            continue
        if time.monotonic() > deadline:
            report(kind="skipped", key=target["key"], reason="the time for comparing was up")
            continue
        lines, status, phase = isolated(target, recorder, REQUEST["targetSeconds"])
        for line in lines:
            report(**line)
        if status != 0 and phase == 2:
            report(kind="difference", key=target["key"], recorded=False, input="(a generated input)", was="it ends", now="it does not end")
        elif status != 0:
            report(kind="skipped", key=target["key"], reason="it was ended: too much time or memory")
    report(end=True)
    os._exit(0)


main()
