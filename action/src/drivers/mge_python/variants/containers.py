"""Lists, tuples, mappings and sets like a given one. `variants`: those of what stands in them."""

from mge_python.variants.functions import FUNCTIONS

DEEPEST = 3  # where items are changed
CHANGED = 4  # items or names of each value


def some(variants, options, most):
    return variants.random.sample(options, min(most, len(options)))


def changed_at(items, at, item):
    return [*items[:at], item, *items[at + 1 :]]


def sequences(variants, value, depth):
    items = list(value)
    made = [[], items[:1], items[1:], items[:-1], items[::-1], items + items, [*items, None]]
    made.append([*items, variants.random.choice(variants.numbers)])
    if items and depth < DEEPEST:
        at = variants.random.randrange(len(items))
        for option in some(variants, variants.of(items[at], depth + 1), CHANGED):
            made.append(changed_at(items, at, option))
    return [type(value)(one) for one in made]


def mappings(variants, value, depth):
    items = list(value.items())
    made = [[], items[:1], items[1:], items[:-1], items[::-1]]
    # Names that the function itself reads, with values of every sort.
    for text in variants.texts if len(variants.texts) <= CHANGED else variants.random.sample(variants.texts, CHANGED):
        made += [[*items, (text, one)] for one in plain_values(variants)]
    if items and depth < DEEPEST:
        at = variants.random.randrange(len(items))
        key, inner = items[at]
        for option in some(variants, variants.of(inner, depth + 1), CHANGED):
            made.append(changed_at(items, at, (key, option)))
    return [type(value)(one) for one in made]


def plain_values(variants):
    plain = [True, None, "a", [1], *some(variants, variants.numbers, 3), variants.random.choice(variants.texts)]
    return [*variants.random.sample(plain, 4), variants.random.choice(FUNCTIONS)]


def sets(variants, value):
    items = list(value)
    return [type(value)(), type(value)(items[1:]), type(value)([*items, *variants.numbers[:2]])]
