"""Inputs of a function: those that tests gave it, then ones like them, without end."""

import itertools
import time

from mge_python.functions import names_of
from mge_python.inputs.corpus import small
from mge_python.inputs.invention import Invention
from mge_python.inputs.pursuit import pursued
from mge_python.variants.objects import bare

BARED = 3  # recorded inputs of which each member of each object is once left with nothing
PURSUED = 24  # inputs for each round through the parameters
# What tests write down as it is; other objects are made by the project.
WRITTEN = (str, bytes, int, float, complex, type(None), list, tuple, dict, set, frozenset)


class Sources:
    """
    `calls`: recorded inputs, the small ones first; `code`: of the function. What is found to be worth going on from is put into `corpus`
    while the inputs are read.
    """

    def __init__(self, calls, target, code, pool, literals, variants, corpus, upstream):
        self.calls = calls
        self.names = list(calls[0]) if calls else list(names_of(code))
        self.pool = pool
        self.variants = variants
        self.corpus = corpus
        self.rng = corpus.rng
        self.upstream = upstream
        self.invention = Invention(target, code, pool, literals, self.rng)

    def inputs(self):
        """Each with whether it was recorded."""
        for given in self.calls:
            yield given, True
        yield from self.mingled(self.like()) if self.upstream.is_possible else self.like()

    def share(self):
        """How much of the time what the project makes itself is worth: its objects are hardly made in another way."""
        given = [value for given in self.calls for value in given.values()]
        return 0.6 if any(not isinstance(value, WRITTEN) and not callable(value) for value in given) else 0.15

    def mingled(self, inputs):
        """Inputs from both sources, by the time that each has taken."""
        share, taken, begun = self.share(), 0.0, time.process_time()
        while True:
            started = time.process_time()
            if taken > share * (started - begun):
                given = next(inputs, None)
                if given is not None:
                    yield given
                    continue
            entry, arrived = self.upstream.some()
            known = self.corpus.sizes()
            for given in arrived:
                yield given, False
            if known != self.corpus.sizes():
                self.upstream.keep(entry)
            taken += time.process_time() - started

    def like(self):
        bases = [small(given) for given in self.calls] or list(self.invention.inputs(self.names))
        if not bases:
            return
        for base in bases[:BARED] if self.calls else []:
            for name in self.names:
                yield from (({**base, name: one}, False) for one in bare(base[name]))
        for round_ in itertools.count():
            for given in self.round(bases[round_ % len(bases)], bases):
                yield given, False
            if not self.calls:
                bases.extend(self.invention.inputs(self.names))

    def round(self, base, bases):
        """Inputs with one other value each, far ones, mixed ones, and one with another value everywhere."""
        for name in self.names:
            for option in self.options(name, base[name]):
                yield {**base, name: option}
        for _ in range(PURSUED if self.names else 0):
            yield pursued(bases, self.names, self.variants, self.corpus)
        if len(bases) > 1 and len(self.names) > 1:
            for _ in range(4):
                yield {name: self.rng.choice(bases)[name] for name in self.names}
        pick, of = self.rng.choice, self.variants.of
        yield {**base, **{name: pick(of(base[name]) or [base[name]]) for name in self.names if name != "self"}}

    def options(self, name, value):
        if name in ("self", "cls") and self.rng.random() < 0.6:
            options, most = self.pool.get(type(value).__name__, []), 2
        else:
            options, most = self.variants.of(value), 6
        return self.rng.sample(options, min(most, len(options)))
