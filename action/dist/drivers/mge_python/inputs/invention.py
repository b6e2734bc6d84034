"""Inputs for a function that no test calls: by its annotations, the names of its parameters, the values of other calls."""

from mge_python.functions import takes_words
from mge_python.variants.functions import FUNCTIONS

AT_ONCE = 40
CALLED = ("f", "func", "fn", "function", "key", "predicate", "callback", "binop", "op")  # parameters that are functions


def plain_values(literals):
    return [0, 1, 2, -1, "", "a", "b c", [], [1, 2, 3], ["b", "a"], {}, {"a": 1}, None, True, 1.5, *FUNCTIONS[:3], *literals]


def hinted_values(literals):
    """By a word of an annotation."""
    return {
        "int": [0, 1, 2, 5, -1],
        "float": [0.0, 1.5, -2.0],
        "str": ["", "a", "b c", "A-1", *[one for one in literals if isinstance(one, str)]],
        "bool": [True, False],
        "list": [[], [1], [3, 1, 2]],
        "dict": [{}, {"a": 1}],
        "bytes": [b"", b"ab"],
        "tuple": [(), (1, 2)],
        "Callable": FUNCTIONS,
    }


class Invention:
    """`code`: of the function; `pool`: values met in the tests, by the name of their type; `literals`: what the function itself knows."""

    def __init__(self, target, code, pool, literals, rng):
        self.target = target
        self.code = code
        self.pool = pool
        self.literals = literals
        self.rng = rng

    def inputs(self, names):
        """A few; none where there is no object whose method it is."""
        # Made anew each time: inputs share values with those beside them only.
        self.met = [value for values in self.pool.values() for value in values]
        self.plain = plain_values(self.literals)
        self.by_hint = hinted_values(self.literals)
        named = self.code.co_argcount + self.code.co_kwonlyargcount
        for _ in range(AT_ONCE):
            made = {}
            for position, name in enumerate(names):
                if position == 0 and name in ("self", "cls") and "." in self.target["name"]:
                    instances = self.pool.get(self.target["name"].split(".")[-2]) or self.target["instances"]
                    if not instances:
                        return
                    made[name] = self.rng.choice(instances)
                elif position >= named:
                    made[name] = self.rest(position == named)
                else:
                    made[name] = self.rng.choice(self.options(name))
            yield made

    def rest(self, is_first):
        """What `*words` or `**words` stand for."""
        is_words = takes_words(self.code) and is_first
        return tuple(self.rng.choice(self.plain) for _ in range(self.rng.randrange(3))) if is_words else {}

    def options(self, name):
        hint = self.target["hints"].get(name, "").lower()
        hinted = [value for word, values in self.by_hint.items() if word.lower() in hint for value in values]
        callables = FUNCTIONS if name in CALLED else []
        return hinted or callables or (self.met if self.met and self.rng.random() < 0.6 else self.plain)
