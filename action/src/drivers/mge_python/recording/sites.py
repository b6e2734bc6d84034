"""Functions that tell of their calls, by number, and whether they still have to."""

SAMPLED = 3  # calls of each function of the project that is not asked for
GIVEN = 300  # results of one function of interest


class Sites:
    def __init__(self, places):
        self.places = places
        self.keys = []  # of each function that tells of its calls, its key; None: one that is not asked for
        self.asks = []  # whether it still has to tell of its calls
        self.asks_back = []  # and of what it gives: one that yields gives much more often than it is called
        self.called = []  # calls of each that is not asked for
        self.given = []  # times that it has given something

    def add(self, path, line, name):
        self.keys.append(self.places.get((path, line, name)))
        self.asks.append(True)
        self.asks_back.append(True)
        self.called.append(0)
        self.given.append(0)
        return len(self.keys) - 1

    def count_call(self, site):
        """For a function that is not asked for."""
        self.called[site] += 1
        self.asks[site] = self.called[site] < SAMPLED

    def count_result(self, site):
        self.given[site] += 1
        self.asks_back[site] = self.given[site] < (SAMPLED if self.keys[site] is None else GIVEN)

    def hush(self):
        for asks in (self.asks, self.asks_back):
            asks[:] = [False] * len(asks)
