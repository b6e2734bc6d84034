"""Two versions of a function, run on one input after the other."""

import random
import time
import zlib
from typing import NamedTuple

from mge_python.comparison.coverage import Coverage
from mge_python.comparison.findings import described, show
from mge_python.comparison.side import differ
from mge_python.inputs.corpus import Corpus, size_of
from mge_python.inputs.sources import Sources
from mge_python.variants.variants import Variants

PATIENCE = 4  # times as long, before it is said that one of two versions does not end
SHOWN = 3  # differences of a function
WATCHED = 6  # one call of so many is watched
INCIDENTAL = ("TypeError", "AttributeError", "NameError", "RecursionError", "MemoryError")


class Budget(NamedTuple):
    """What one comparison may take. `seconds`: of processor time; `clock`: seconds by the clock; `seed`: of what is drawn."""

    root: str
    seed: int
    inputs: int
    seconds: float
    clock: float


class SideBySide:
    """`sides`: the earlier version and the present one; `phase`: where it is told what was found; `sight`: what they show of themselves."""

    def __init__(self, target, sides, phase, sight, budget):
        self.target = target
        self.key = target["key"]
        self.was, self.now = sides
        self.phase = phase
        self.sight = sight
        self.budget = budget
        self.rng = random.Random(zlib.crc32(f"{budget.seed} {self.key}".encode()))
        self.corpus = Corpus(self.rng)
        self.coverage = Coverage(budget.root)
        self.count, self.found, self.unsteady, self.answered, self.last = 0, 0, 0, 0, ""

    def run(self, recorder, literals, upstream):
        calls = sorted(recorder.calls.given[self.key], key=size_of)
        variants = Variants(self.rng, literals, recorder.pool)
        self.probes = self.probes_of(recorder.pool)
        sources = Sources(calls, self.target, self.now.layout, recorder.pool, literals, variants, self.corpus, upstream)
        started, end = time.process_time(), time.monotonic() + self.budget.clock
        for given, recorded in sources.inputs():
            took = time.process_time() - started
            if self.count >= self.budget.inputs or self.found >= SHOWN or took > self.budget.seconds or time.monotonic() > end:
                break
            # Large ones come last, and may not take all the time.
            if recorded and took > self.budget.seconds / 2:
                continue
            self.count += 1
            self.try_input(given, recorded)
        self.phase.begin(0)
        if self.count > 0 and self.answered == 0:
            reason = f"it could be run with no input: {self.last}"[:300]
            return self.phase.say(kind="skipped", key=self.key, reason=reason)
        self.phase.say(kind="compared", key=self.key, inputs=self.count, unsteady=self.unsteady)

    def probes_of(self, pool):
        """What functions that are results are called with."""
        values = [value for values in pool.values() for value in values if not callable(value)]
        return [(value,) for value in self.rng.sample(values, min(6, len(values)))] + [(1, 2), ("a",), ([1, 2, 3],), ()]

    def try_input(self, given, recorded):
        self.phase.begin(1)
        # Watching is slow: some calls are enough to know where it is worth going on.
        watch = self.coverage.watch if recorded or self.count % WATCHED == 0 else None
        known = len(self.sight.features)
        self.sight.begin()
        try:
            first = self.was.outcome(given, self.probes, watch)
        except Exception:
            return  # what cannot be copied is not compared
        seen = self.sight.hash
        if watch is not None and self.coverage.news or len(self.sight.features) > known:
            self.corpus.keep(given)
        if not self.is_telling(first, recorded):
            return
        self.phase.begin(2)
        self.sight.begin()
        try:
            second = self.now.outcome(given, self.probes)
        except Exception:
            return
        if differ(first, second, recorded):
            self.confirm(given, recorded, first, second)
        elif seen != self.sight.hash:
            # What differs inside, and not yet outside, is close to where it differs.
            self.corpus.keep_near(given)

    def is_telling(self, outcome, recorded):
        """Whether what the earlier version did says what the present one has to do."""
        kind, first, second, explicit = outcome
        if kind == "hangs":
            return False
        if kind == "returned" or explicit:
            self.answered += 1
            return True
        self.last = f"{first}: {second}"
        # Nothing that the function was made for.
        return recorded or first not in INCIDENTAL

    def confirm(self, given, recorded, first, second):
        """A difference counts when both versions do the same again, with more time."""
        patience = PATIENCE if self.found == 0 else 1
        self.phase.begin(1)
        again = [self.was.outcome(given, self.probes, patience=patience)]
        self.phase.begin(2)
        again.append(self.now.outcome(given, self.probes, patience=patience))
        if differ(first, again[0], True) or differ(second, again[1], True):
            self.unsteady += 1
            return
        self.found += 1
        was, now = described(first, second)
        self.phase.say(kind="difference", key=self.key, recorded=recorded, input=show(given), was=was, now=now)
