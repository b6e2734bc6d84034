"""A process for each function: what one breaks or keeps must not reach the next."""

import os
import resource
import signal

from mge_python.comparison.compare_function import compare_function
from mge_python.comparison.phase import Phase, wait_for
from mge_python.functions import Overtime


def compare_isolated(target, recorder, budget, report):
    phase = Phase()
    child = os.fork()
    if child == 0:
        try:
            signal.signal(signal.SIGVTALRM, overtime)
            limit_processor(int(budget.seconds * 2) + 3)
            compare_function(target, recorder, phase, budget)
        except BaseException as error:
            reason = f"it cannot be run beside its earlier version: {type(error).__name__}: {error}"[:300]
            phase.say(kind="skipped", key=target["key"], reason=reason)
        finally:
            os._exit(0)
    status, used = wait_for(child, min(budget.seconds * 8, budget.clock) + 10)
    for line in phase.lines():
        report(**line)
    broken = phase.broken_by(status, used)
    if broken is not None:
        report(kind="difference", key=target["key"], recorded=False, input="(a generated input)", was="it ends", now=broken)
    elif status != 0:
        report(kind="skipped", key=target["key"], reason="it was ended: too much time or memory")


def limit_processor(seconds):
    """No more than the sandbox allows anyway: to ask for more is an error."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    most = seconds + 1 if most == resource.RLIM_INFINITY else min(seconds + 1, most)
    resource.setrlimit(resource.RLIMIT_CPU, (min(seconds, most), most))


def overtime(*_):
    raise Overtime
