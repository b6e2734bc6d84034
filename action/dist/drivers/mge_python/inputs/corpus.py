"""Inputs that are worth going on from, because they reached something new."""

from mge_python.values.shape import Shape
from mge_python.values.shortening import shortened

KEPT = 300


def small(given):
    return {name: shortened(value) for name, value in given.items()}


def size_of(given):
    try:
        return len(Shape().of(given))
    except Exception:
        return 0


class Corpus:
    """`found`: inputs that came by a way that none before them came by; `near`: those on which the versions differ inside only."""

    def __init__(self, rng):
        self.rng = rng
        self.found = []
        self.near = []

    def keep(self, given):
        self.put(self.found, given)

    def keep_near(self, given):
        self.put(self.near, given)

    def put(self, inputs, given):
        given = small(given)
        if len(inputs) < KEPT:
            inputs.append(given)
        else:
            inputs[self.rng.randrange(KEPT)] = given

    def sizes(self):
        return len(self.found), len(self.near)

    def pick(self, bases):
        """One of these, or of the recorded inputs."""
        dice = self.rng.random()
        inputs = self.near if self.near and dice < 0.35 else self.found if self.found and dice < 0.8 else bases
        # The first of the recorded are small, and quick to go on from; of the others, the last have had the least looked at.
        if inputs is bases:
            return bases[int(len(bases) * self.rng.random() ** 2)]
        return self.rng.choice(inputs[-12:]) if self.rng.random() < 0.5 else self.rng.choice(inputs)
