"""Functions to give in place of a function, and others that are bound to some of their arguments."""

import functools
import inspect

FUNCTIONS = [
    lambda *words: words[0] if words else None,
    lambda *words: len(words),
    lambda *words: bool(words and words[0]),
    str,
    len,
    abs,
    lambda *words: list(words),
    lambda *words: False,
    lambda a, *rest, b=2, **more: (a, rest, b, sorted(more)),
    lambda a, b=1: (a, b),
]


def partials(variants, value):
    """Other functions, or fewer of its words, or words by name."""
    function = variants.random.choice([value.func, *FUNCTIONS])
    named = {name: variants.random.choice(variants.numbers) for name in names_of(function) if variants.random.random() < 0.5}
    return [
        functools.partial(function, *value.args),
        functools.partial(function, **named),
        functools.partial(value.func, *value.args[1:], **value.keywords),
    ]


def names_of(function):
    """Parameters that can be given by name; none where nobody can tell."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return []
    return [one.name for one in parameters if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)]
