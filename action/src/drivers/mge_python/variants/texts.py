"""Texts like a given one."""

import re

SIGNS = list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t09aZ\u00e9\u65e5\U0001f600")
TOKENS = re.compile(r"[A-Za-z]+|\d+|[^A-Za-z\d]", re.S)
TRIED = 6  # texts of the function, for each text


class Texts:
    """`texts`, `numbers`: those that the function itself knows; `pool`: values met in the tests, by the name of their type."""

    def __init__(self, random, texts, numbers, pool):
        self.random = random
        self.texts = texts
        self.numbers = numbers
        self.pool = pool

    def like(self, value):
        pick = self.random.choice
        cut = self.random.randrange(len(value) + 1)
        made = ["", value * 2, value[1:], value[:-1], value.upper(), value.lower(), value.swapcase()]
        made += [" " + value, value + "\n", value[::-1], value[:cut]]
        for text in self.texts if len(self.texts) <= TRIED else self.random.sample(self.texts, TRIED):
            made += [text, value + text, text + value, value[:cut] + text + value[cut:], value.replace(text, "")]
        others = self.pool.get("str", [])
        if others:
            made += [pick(others), value + pick(others), pick(others) + " " + value]
        made += [self.resized(value), self.resized(value)]
        return made

    def wild(self, value, other):
        """A text far from this one: parts of both, signs put in anywhere."""
        start, stop = sorted((self.place(value), self.place(value)))
        head, middle, tail = value[:start], value[start:stop], value[stop:]
        cut = self.place(other)
        # All are made, and one of them is taken: what is drawn does not hang on which.
        return self.random.choice(
            [
                self.reworded(value),
                self.reworded(value),
                self.spliced(value, other),
                self.spliced(value, other),
                self.resized(value),
                head + tail,
                head + middle * 2 + tail,
                head + other[cut:],
                head + other[cut : cut + 6] + value[start:],
                head + self.sign() + middle + self.sign() + tail,
                head + self.sign() + value[start + 1 :],
                head + self.sign() + value[start:],
            ]
        )

    def place(self, text):
        return self.random.randrange(len(text) + 1)

    def sign(self):
        """A sign that texts of this project hold, or that the function itself looks for."""
        dice = self.random.random()
        if dice < 0.45:
            return self.random.choice(self.texts)
        texts = self.pool.get("str", [])
        signs = [one for one in (self.random.choice(texts) if texts else "") if not one.isalnum()]
        return self.random.choice(signs if signs and dice < 0.85 else SIGNS)

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
