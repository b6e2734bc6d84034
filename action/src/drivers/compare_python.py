"""Runs the earlier and the present version of functions side by side, on the inputs that tests give them and on ones like them."""

import ast
import contextlib
import io
import json
import os
import random
import resource
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
sys.dont_write_bytecode = True

from python_coverage import Coverage  # noqa: E402
from python_functions import Overtime, code_of  # noqa: E402
from python_inputs import inputs_of, keep, size_of  # noqa: E402
from python_literals import literals_of  # noqa: E402
from python_phase import Phase, wait_for  # noqa: E402
from python_tests import load_module, record  # noqa: E402
from python_side import Side, differ  # noqa: E402
from python_state import State, kept_names  # noqa: E402
from python_upstream import Upstream  # noqa: E402
from python_watch import NAME, Sight, watched  # noqa: E402
from python_values import Shape, Variants  # noqa: E402

# Only now: a project may have files of the same names.
sys.path[:0] = [ROOT, os.path.join(ROOT, "src")]
PATIENCE = 4  # times as long, before it is said that one of two versions does not end
MODULE = "(module)"
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


def compare(target, recorder, sides, literals, seconds, phase, sight, upstream):
    was, now = sides
    say = phase.say
    key = target["key"]
    calls = sorted(recorder.calls[key], key=size_of)
    rng = random.Random(zlib.crc32(f"{REQUEST['seed']} {key}".encode()))
    variants = Variants(rng, literals, recorder.pool)
    values = [value for values in recorder.pool.values() for value in values if not callable(value)]
    probes = [(value,) for value in rng.sample(values, min(6, len(values)))] + [(1, 2), ("a",), ([1, 2, 3],), ()]
    deadline = time.process_time() + seconds
    count, found, unsteady, answered, last = 0, 0, 0, 0, ""
    corpus, near, coverage = [], [], Coverage(ROOT)
    started = time.process_time()
    for given, recorded in inputs_of(calls, target, now.layout, variants, recorder.pool, rng, literals, corpus, near, upstream):
        if count >= REQUEST["inputs"] or found >= SHOWN or time.process_time() > deadline:
            break
        # Large ones come last, and may not take all the time.
        if recorded and time.process_time() - started > seconds / 2:
            continue
        count += 1
        phase.begin(1)
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
        phase.begin(2)
        sight.begin()
        try:
            second = now.outcome(given, probes)
        except Exception:
            continue
        if not differ(first, second, recorded):
            # What differs inside, and not yet outside, is close to where it differs.
            if seen != sight.hash:
                keep(near, given, rng)
            continue
        patience = PATIENCE if found == 0 else 1
        phase.begin(1)
        again = [was.outcome(given, probes, patience=patience)]
        phase.begin(2)
        again.append(now.outcome(given, probes, patience=patience))
        if differ(first, again[0], True) or differ(second, again[1], True):
            unsteady += 1
            continue
        found += 1
        changed = first[0] == second[0] == "returned" and first[1] == second[1]
        say(kind="difference", key=key, recorded=recorded, input=show(given), was=f"afterwards {first[2][:300]}" if changed else told(first), now=f"afterwards {second[2][:300]}" if changed else told(second))
    phase.begin(0)
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


def run_target(target, recorder, phase, seconds):
    say, key = phase.say, target["key"]
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
    compare(target, recorder, (was, now), literals, seconds, phase, sight, upstream)


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
    phase = Phase()
    child = os.fork()
    if child == 0:

        def overtime(*_):
            raise Overtime

        try:
            signal.signal(signal.SIGVTALRM, overtime)
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds * 2) + 3, int(seconds * 2) + 4))
            run_target(target, recorder, phase, seconds)
        except BaseException as error:
            phase.say(kind="skipped", key=target["key"], reason=f"it cannot be run beside its earlier version: {type(error).__name__}: {error}"[:300])
        finally:
            os._exit(0)
    status, used = wait_for(child, seconds * 8 + 10)
    return phase.lines(), status, phase.broken_by(status, used)


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
        lines, status, broken = isolated(target, recorder, REQUEST["targetSeconds"])
        for line in lines:
            report(**line)
        if broken is not None:
            report(kind="difference", key=target["key"], recorded=False, input="(a generated input)", was="it ends", now=broken)
        elif status != 0:
            report(kind="skipped", key=target["key"], reason="it was ended: too much time or memory")
    report(end=True)
    os._exit(0)


main()
