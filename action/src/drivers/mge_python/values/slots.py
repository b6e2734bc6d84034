"""Members for which a class keeps a place of their own."""

import functools


def slots_of(value):
    """Names of members for which a class keeps a place of their own."""
    return slots_in(type(value))


@functools.cache
def slots_in(kind):
    given = [vars(one).get("__slots__", ()) for one in kind.__mro__]
    names = [name for slots in given for name in ([slots] if isinstance(slots, str) else slots)]
    return [name for name in names if name not in ("__weakref__", "__dict__")]
