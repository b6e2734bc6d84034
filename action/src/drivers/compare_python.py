"""Runs the earlier and the present version of functions side by side, on the inputs that tests give them and on ones like them."""

import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
REQUEST = json.load(sys.stdin)
DEADLINE = time.monotonic() + REQUEST["clockSeconds"]
NONCE = REQUEST["nonce"]
OUT = os.dup(1)
os.dup2(2, 1)
ROOT = os.getcwd()
sys.dont_write_bytecode = True

from mge_python.comparison.compare_module import compare_module  # noqa: E402
from mge_python.comparison.isolation import compare_isolated  # noqa: E402
from mge_python.comparison.side_by_side import Budget  # noqa: E402
from mge_python.comparison.targets import MODULE, read_targets  # noqa: E402
from mge_python.recording.record import record  # noqa: E402

# Only now: a project may have files of the same names.
sys.path[:0] = [ROOT, os.path.join(ROOT, "src")]


def report(**message):
    os.write(OUT, ("\n" + NONCE + json.dumps(message) + "\n").encode())


def main():
    targets = REQUEST["targets"]
    places = read_targets(targets, ROOT, report)
    recorder = record(ROOT, REQUEST["tests"], REQUEST["runner"], places, REQUEST["recordSeconds"])
    report(kind="recorded", calls={key: len(calls) for key, calls in recorder.calls.given.items()})
    functions = [target for target in targets if target["name"] != MODULE and "node" in target]
    for target in targets:
        if target["name"] == MODULE:
            compare_module(target, ROOT, report)
    for at, target in enumerate(functions):
        # Each has a fair share of what is left: where one takes less, the others have more.
        clock = (DEADLINE - time.monotonic()) / (len(functions) - at)
        budget = Budget(ROOT, REQUEST["seed"], REQUEST["inputs"], REQUEST["targetSeconds"], clock)
        if clock > 0:
            compare_isolated(target, recorder, budget, report)
        else:
            report(kind="skipped", key=target["key"], reason="the time for comparing was up")
    report(end=True)
    os._exit(0)


main()
