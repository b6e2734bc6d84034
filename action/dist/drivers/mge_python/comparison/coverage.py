"""Whether a call comes by lines of the project that no call before it came by."""

import sys


class Coverage:
    """Whether a call has come by a line of the project that no call before it came by."""

    def __init__(self, root):
        self.root = root
        self.seen = set()
        self.codes = {}
        self.news = False

    def __call__(self, frame, event, value):
        code = frame.f_code
        if code not in self.codes:
            file = code.co_filename
            is_own = file.startswith(self.root) and "site-packages" not in file
            self.codes[code] = is_own or file in ("<was>", "<now>")
        return self.line if self.codes[code] else None

    def line(self, frame, event, value):
        place = (frame.f_code, frame.f_lineno)
        if place not in self.seen:
            self.seen.add(place)
            self.news = True
        return self.line

    def watch(self, call):
        self.news = False
        sys.settrace(self)
        try:
            return call()
        finally:
            sys.settrace(None)
