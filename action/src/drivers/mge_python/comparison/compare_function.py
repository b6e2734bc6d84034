"""Both versions of a function, made so that they can be called, and what tells what to call them with."""

import ast
import contextlib
import textwrap

from mge_python.comparison.side import Side
from mge_python.comparison.side_by_side import SideBySide
from mge_python.comparison.state import State, kept_names
from mge_python.comparison.watch import NAME, Sight, watched
from mge_python.functions import code_of, takes_named_words, takes_words
from mge_python.inputs.literals import literals_of
from mge_python.inputs.upstream import Upstream
from mge_python.values.shape import Shape

WORDS = [(), ("a",), (1,), ("a", "b"), ([1, 2],)]  # with which a class is tried that the tests make no objects of


def compare_function(target, recorder, phase, budget):
    """Tells `phase` what came of it. `budget`: see SideBySide."""
    key = target["key"]
    if key not in recorder.calls.functions:
        return phase.say(kind="skipped", key=key, reason="it is never loaded")
    code, scope, cells = recorder.calls.functions[key]
    node = ast.parse(textwrap.dedent(target["previous"])).body[0]
    earlier, raises = code_of(watched(node), target["name"], "<was>", code.co_flags)
    present, present_raises = code_of(watched(target["node"]), target["name"], "<now>", code.co_flags)
    sight = scope[NAME] = Sight()
    if not takes_the_same(earlier, code):
        return phase.say(kind="skipped", key=key, reason="its parameters are not the ones it had")
    values = defaults_differ(target["node"], node, scope)
    if values is not None:
        was, now = (value[:300] for value in values)
        phase.say(kind="difference", key=key, recorded=True, input="a parameter that is not given", was=was, now=now)
    owner = scope.get(target["name"].split(".")[0])
    target["instances"] = instances_of(owner, recorder.pool)
    literals = literals_of((target["node"], node), scope, owner)
    state = State(kept_names(node), kept_names(target["node"]), scope)
    was = Side(earlier, scope, cells, raises, earlier, state)
    now = Side(present, scope, cells, present_raises, code, state)
    upstream = Upstream(target, node, recorder, literals)
    SideBySide(target, (was, now), phase, sight, budget).run(recorder, literals, upstream)


def takes_the_same(earlier, present):
    return (
        earlier.co_argcount == present.co_argcount
        and earlier.co_kwonlyargcount == present.co_kwonlyargcount
        and takes_words(earlier) == takes_words(present)
        and takes_named_words(earlier) == takes_named_words(present)
    )


def defaults_differ(present, earlier, scope):
    """Shapes of what the first parameter that differs in it is, when it is not given: before, and now; None: none differs."""
    pairs = [*zip(present.args.defaults, earlier.args.defaults)] if len(present.args.defaults) == len(earlier.args.defaults) else []
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


def instances_of(owner, pool):
    """Objects whose method is asked for: of the class or below it, from the tests, else made without arguments."""
    if not isinstance(owner, type):
        return []
    found = [value for values in pool.values() for value in values if isinstance(value, owner)][:20]
    for words in [] if found else WORDS:
        with contextlib.suppress(BaseException):
            found.append(owner(*words))
    return found
