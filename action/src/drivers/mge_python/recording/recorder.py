"""Keeps the arguments with which functions of interest are called while tests run."""

import contextlib
import os
import re
import time

from mge_python.recording.calls import Calls
from mge_python.recording.pool import Pool
from mge_python.recording.sites import Sites
from mge_python.recording.tellers import Tellers

TEST = re.compile(r"/(tests?/|conftest\.py$|test_[^/]*\.py$)")
COPY_SECONDS = 20  # that copying arguments may take in all


class Recorder:
    """
    Calls of the functions whose code starts at the given places, each with a copy of its arguments. `places`: keys by file, first line
    and name. What other functions of the project are given and give is sampled: it is like what functions that no test calls would be.
    """

    def __init__(self, places, root, tests=()):
        self.root = root
        self.tests = {os.path.join(root, file) for file in tests}
        self.files = {place[0] for place in places}
        self.sites = Sites(places)
        self.tellers = Tellers(self)
        self.pool = Pool()
        self.calls = Calls(places, root, self.is_entered, self.tellers.plain_of, self.pool)
        self.spent = 0.0
        self.busy = False

    def is_own(self, file):
        return file.startswith(self.root + os.sep) and file not in self.tests and "site-packages" not in file

    def is_entered(self, file):
        return self.is_own(file) and not TEST.search(file[len(self.root) :])

    def enter(self, site, frame):
        with self.at_work():
            key = self.sites.keys[site]
            if key is not None:
                self.calls.note(key, frame)
                return
            self.sites.count_call(site)
            # An object that is being made is not one yet.
            if frame.f_code.co_name != "__init__":
                self.pool.keep_given(frame)

    def leave(self, site, frame, value):
        self.sites.count_result(site)
        with self.at_work():
            if self.sites.keys[site] is None:
                self.pool.keep_result(frame, value)
            else:
                self.pool.keep(value)

    @contextlib.contextmanager
    def at_work(self):
        """What the copies of values call is not noted, and what they cannot do stops nobody."""
        self.busy, started = True, time.process_time()
        try:
            yield
        except Exception:
            pass
        finally:
            self.busy = False
            self.spent += time.process_time() - started
            if self.spent > COPY_SECONDS:
                self.sites.hush()
