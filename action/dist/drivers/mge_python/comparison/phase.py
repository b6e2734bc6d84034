"""What the process of a comparison has found, and what it is at, told to the one that waits for it."""

import json
import mmap
import os
import signal
import struct
import time

ENDED_FROM_OUTSIDE = (signal.SIGKILL, signal.SIGXCPU)
STUCK_SECONDS = 3  # of processor time, for one call that nothing interrupts
TIMES = 6  # as long as the earlier version took
HEAD = 40
LARGEST = 1 << 18
POLL_SECONDS = 0.02


class Phase:
    """
    Which version runs (1: the earlier, 2: the present one; 0: neither), since when, in processor time of its process, and lines of
    text. They stand in memory that both processes see: a function that is given `open` and numbers closes any file that it can name.
    """

    def __init__(self):
        self.told = mmap.mmap(-1, LARGEST)

    def begin(self, number):
        struct.pack_into("d", self.told, 8 + 8 * number, time.process_time())
        self.told[0] = number

    def say(self, **message):
        line = json.dumps(message).encode() + b"\n"
        (end,) = struct.unpack_from("I", self.told, 4)
        if HEAD + end + len(line) <= LARGEST:
            self.told[HEAD + end : HEAD + end + len(line)] = line
            struct.pack_into("I", self.told, 4, end + len(line))

    def lines(self):
        (end,) = struct.unpack_from("I", self.told, 4)
        return [json.loads(line) for line in self.told[HEAD : HEAD + end].decode().split("\n") if line]

    def broken_by(self, status, used):
        """
        What the present version did to a process that came to an end, or None. `used`: seconds of processor time of the process. That the
        time of all was up while it ran says nothing: it is taken to be without end only where it took long itself, and the other did not.
        """
        if status == 0 or self.told[0] != 2:
            return None
        if not os.WIFSIGNALED(status) or os.WTERMSIG(status) not in ENDED_FROM_OUTSIDE:
            return "it ends the process"
        earlier, present = struct.unpack_from("dd", self.told, 16)
        return "it does not end" if used - present > max(STUCK_SECONDS, TIMES * (present - earlier)) else None


def wait_for(child, seconds):
    """Status and processor time of a process; what has not ended within that time is killed."""
    deadline = time.monotonic() + seconds
    while True:
        ended, status, used = os.wait4(child, os.WNOHANG)
        if ended == child:
            return status, used.ru_utime + used.ru_stime
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
            deadline += seconds
        time.sleep(POLL_SECONDS)
