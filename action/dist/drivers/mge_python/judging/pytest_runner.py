"""Test files of pytest, run together."""


def deciding():
    """What of pytest decides over tests. Read when the project can be found: it may bring what pytest needs."""
    import _pytest.python
    import _pytest.reports
    import _pytest.runner

    return [_pytest.runner, _pytest.runner.CallInfo, _pytest.reports.TestReport, _pytest.python.Function]


class Plugin:
    """Reports to the judge what pytest finds."""

    def __init__(self, tell, thrown, seal):
        self.tell = tell
        self.thrown = thrown
        self.seal = seal

    def pytest_sessionstart(self):
        self.seal.keep()  # by now the project's plugins have made their changes

    def pytest_runtest_logstart(self):
        self.thrown.clear()

    def pytest_collectstart(self):
        self.thrown.clear()

    def pytest_runtest_logreport(self, report):
        if report.when == "call" or report.outcome != "passed":
            outcome = report.outcome if report.outcome in ("passed", "failed") else "skipped"
            file, _, name = report.nodeid.partition("::")
            changed = self.seal.broken() if outcome == "passed" else None
            if changed is not None:
                self.tell(file, name, "failed", f"the code under test has replaced {changed}")
                return
            if report.when == "teardown" and outcome != "failed":
                return
            crash = getattr(getattr(report.longrepr, "reprcrash", None), "message", "")
            line = report.location[1] + 1 if report.location[1] is not None else None
            self.tell(file, name, outcome, crash, str(report.longrepr or ""), line)

    def pytest_collectreport(self, report):
        if report.outcome == "failed":
            text = str(report.longrepr)
            self.tell(report.nodeid.partition("::")[0], "(loading the file)", "failed", text.strip().split("\n")[-1], text)


def run_pytest(root, files, tell, thrown, seal):
    """Whether all cases passed."""
    import pytest

    plugins = [Plugin(tell, thrown, seal)]
    status = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", root, *files], plugins=plugins)
    return status == 0
