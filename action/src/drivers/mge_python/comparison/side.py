"""One version of a function, what it does with an input, and whether that is what another one does."""

import contextlib
import io
import linecache
import random
import signal
import types

from mge_python.functions import Overtime, call, make_function, run_coroutine
from mge_python.values.copies import duplicate
from mge_python.values.shape import Shape

CALL_SECONDS = 0.5  # of processor time, for one call


class Side:
    """One version of a function."""

    def __init__(self, code, scope, cells, raises, layout, state):
        self.state = state
        self.code = code
        self.function = make_function(code, scope, cells)
        self.raises = raises
        self.layout = layout

    def outcome(self, given, probes, watch=None, patience=1):
        given = duplicate(given)
        printed = io.StringIO()
        random.seed(7)
        signal.setitimer(signal.ITIMER_VIRTUAL, CALL_SECONDS * patience, 0.05)
        try:
            with contextlib.redirect_stdout(printed):
                try:
                    # Copies and shapes are not watched: that would take longer than the call itself.
                    perform = lambda: call(self.function, self.layout, given)  # noqa: E731
                    result = watch(perform) if watch else perform()
                    if isinstance(result, types.CoroutineType):
                        result = run_coroutine(result)
                    shape = Shape(lambda function: probe(function, probes)).of(result)
                    after = Shape().of({**given, "(module)": self.state.seen()} if self.state.kept else given)
                    return ("returned", shape, after + printed.getvalue()[:500], True)
                except Overtime:
                    return ("hangs", "", "", True)
                except (Exception, SystemExit) as error:
                    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
                    return ("raised", type(error).__name__, Shape().message(error), self.explicit(error))
        except Overtime:
            return ("hangs", "", "", True)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self.state.restore()

    def explicit(self, error):
        """Whether a `raise` of the project gave it, and not an operation on a value that does not fit."""
        trace = error.__traceback__
        last = None
        while trace is not None:
            last, trace = trace, trace.tb_next
        if last is None:
            return False
        if last.tb_frame.f_code.co_filename == self.code.co_filename:
            return last.tb_lineno in self.raises or line_raises(last)
        return line_raises(last)


def line_raises(trace):
    return linecache.getline(trace.tb_frame.f_code.co_filename, trace.tb_lineno).lstrip().startswith("raise")


def probe(function, probes):
    """What a function that was given as a result does with a few inputs."""
    told = []
    for words in probes:
        try:
            told.append(Shape().of(function(*duplicate(words))))
        except (Exception, SystemExit) as error:
            told.append(f"raises {type(error).__name__}")
    return "{" + "; ".join(told) + "}"


def differ(was, now, recorded):
    """Whether two outcomes differ in a way that somebody may rely on."""
    if was[0] != now[0]:
        return True
    if was[0] == "hangs":
        return False
    if was[0] == "returned":
        return was[:3] != now[:3]
    # Which operation fails first on a value that does not fit is nobody's promise; what a `raise` of the project gave is one.
    if was[3]:
        return not now[3] or was[1:3] != now[1:3]
    return recorded and was[1] != now[1] and not (was[3] or now[3])
