"""Inputs and outcomes in words."""


def show(given):
    return ", ".join(f"{name}={text_of(value)}" for name, value in given.items())[:500]


def text_of(value):
    try:
        return repr(value)[:160]
    except Exception:
        return f"<{type(value).__name__}>"


def described(was, now):
    """Two outcomes that differ: what is given, or what a call leaves behind where they give the same."""
    if was[0] == now[0] == "returned" and was[1] == now[1]:
        return f"afterwards {was[2][:300]}", f"afterwards {now[2][:300]}"
    return told(was), told(now)


def told(outcome):
    kind, first, second, _ = outcome
    if kind == "hangs":
        return "it does not end"
    return f"raises {first}: {second}"[:300] if kind == "raised" else first[:300]
