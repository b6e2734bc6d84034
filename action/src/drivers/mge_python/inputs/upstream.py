"""Inputs that the project itself makes: calls with which tests enter it are varied, and what reaches a function on the way is kept."""

import ast
import contextlib
import copy
import gc
import io
import itertools
import random
import re
import signal
import types
import zlib

from mge_python.functions import Overtime, code_of, names_of
from mge_python.values.copies import duplicate
from mge_python.values.iterators import listed
from mge_python.variants.variants import Variants

ARRIVED = "_mge_arrived"  # in the globals of the function that is asked for
GIVEN = "_mge_given"
AT_ONCE = 4  # arrivals of one entry that are copied
KEPT = 200  # entries to go on from
WORDS = 300
SECONDS = 0.5  # of processor time, for one entry
TOKEN = re.compile(r"\w+|[^\w\s]+")


def shown_of(code):
    return names_of(code), code.co_freevars


def arriving(node, names):
    """A copy of a function's tree that shows what it is called with."""
    node = copy.deepcopy(node)
    shown = "; ".join([*(f"{name} = {GIVEN}({name})" for name in names), f"{ARRIVED}(locals())"])
    node.body = [*ast.parse(shown).body, *node.body]
    return node


class Upstream:
    """What reaches a function when the project is entered with other values than those of the tests."""

    def __init__(self, target, node, recorder, literals):
        key = target["key"]
        self.code, self.scope, _ = recorder.calls.functions[key]
        self.names = [*names_of(self.code)]
        self.entries, self.corpus = recorder.calls.entries[key], []
        self.waiting = sorted(self.entries, key=lambda entry: -len(entry.shape))
        self.random = random.Random(zlib.crc32(f"upstream {key}".encode()))
        texts = [value for entry in self.entries for value in entry.given.values() if isinstance(value, str)]
        words = {word: None for text in texts for word in TOKEN.findall(text)}
        self.variants = Variants(self.random, [*literals, *itertools.islice(words, WORDS)], recorder.pool)
        self.found = [one for one in gc.get_referrers(self.code) if isinstance(one, types.FunctionType)]
        self.arriving, _ = code_of(arriving(node, self.names), target["name"], "<upstream>", self.code.co_flags)
        self.usual, self.arrived, self.count = AT_ONCE, [], 0
        self.is_possible = bool(self.entries and self.found) and shown_of(self.arriving) == shown_of(self.code)

    def some(self):
        """What arrives in the course of one entry, and that entry: those of the tests first, then ones like them."""
        if self.waiting:
            entry = self.waiting.pop()
            self.run(entry)
            return entry, self.arrived
        pick = self.random.choice
        entry = pick(self.corpus[-20:] if self.corpus and self.random.random() < 0.6 else self.entries)
        given = dict(entry.given)
        for _ in range(self.random.randrange(1, 4)):
            name, other = pick(entry.names), pick(self.entries)
            with contextlib.suppress(Exception):
                given[name] = self.variants.wild(given[name], other.given.get(name))
        entry = entry.like(given)
        self.run(entry)
        return entry, self.arrived

    def run(self, entry):
        self.arrived, self.count = [], 0
        self.scope[ARRIVED], self.scope[GIVEN] = self.arrive, listed
        for one in self.found:
            one.__code__ = self.arriving
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, 0.05)
            with contextlib.suppress(Exception, SystemExit), contextlib.redirect_stdout(io.StringIO()):
                entry.perform()
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        except Overtime:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        for one in self.found:
            one.__code__ = self.code
        self.usual += (self.count - self.usual) / 8

    def arrive(self, given):
        self.count += 1
        if len(self.arrived) < AT_ONCE and self.random.random() * max(1, self.usual) < AT_ONCE:
            with contextlib.suppress(Exception):
                self.arrived.append(duplicate({name: given[name] for name in self.names}))

    def keep(self, entry):
        if len(self.corpus) >= KEPT:
            self.corpus.pop(self.random.randrange(KEPT))
        self.corpus.append(entry)
