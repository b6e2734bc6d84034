"""Test files of pytest, run together."""


from mge_python.judging.unittest_runner import deciding as deciding_of_unittest


def deciding(root, files):
    """What decides over tests. Read when the project can be found: it may bring what pytest needs."""
    import _pytest.outcomes
    import _pytest.python
    import _pytest.python_api
    import _pytest.reports
    import _pytest.runner
    import pytest

    owners = [_pytest.runner, _pytest.runner.CallInfo, _pytest.reports.TestReport, _pytest.python.Function]
    return [*deciding_of_unittest(root, files), *owners, _pytest.outcomes, _pytest.python_api, pytest]


def create_plugin(tell, thrown, keep, seal):
    """Reports to the judge what pytest finds. It keeps what it needs to itself: every test can get hold of a plugin."""
    import pytest

    bad = {}  # tests that cannot have passed, and why, as seen from the frame that calls their bodies
    told = set()

    def say(node, outcome, *more):
        told.add(node)
        file, _, name = node.partition("::")
        tell(file, name, outcome, *more)

    class Plugin:
        def pytest_sessionstart(self):
            keep()  # by now the project's plugins have made their changes

        def pytest_runtest_logstart(self):
            thrown.clear()

        def pytest_collectstart(self):
            thrown.clear()

        @pytest.hookimpl(hookwrapper=True, trylast=True)
        def pytest_runtest_call(self, item):
            node = item.nodeid
            before = seal.broken()
            outcome = yield
            changed = before or seal.broken()
            error = outcome.excinfo
            bad.pop(node, None)
            if changed is not None:
                bad[node] = f"the code under test has replaced {changed}"
            elif error is not None:
                bad[node] = f"{error[0].__name__}: {error[1]}"

        def pytest_runtest_logreport(self, report):
            if report.when == "call" or report.outcome != "passed":
                outcome = report.outcome if report.outcome in ("passed", "failed") else "skipped"
                changed = seal.broken() if outcome == "passed" else None
                if changed is not None:
                    bad[report.nodeid] = f"the code under test has replaced {changed}"
                if outcome == "passed" and report.nodeid in bad:
                    say(report.nodeid, "failed", bad[report.nodeid])
                    return
                if report.when == "teardown" and outcome != "failed":
                    return
                crash = getattr(getattr(report.longrepr, "reprcrash", None), "message", "")
                line = report.location[1] + 1 if report.location[1] is not None else None
                say(report.nodeid, outcome, crash, str(report.longrepr or ""), line)

        def pytest_collectreport(self, report):
            if report.outcome == "failed":
                text = str(report.longrepr)
                last = text.strip().split("\n")[-1]
                tell(report.nodeid.partition("::")[0], "(loading the file)", "failed", last, text)

    def close():
        for node in bad.keys() - told:
            say(node, "failed", bad[node])

    return Plugin(), close


def run_pytest(root, files, tell, thrown, seal):
    """Whether all cases passed."""
    import pytest

    owners = deciding(root, files)
    seal.keep(owners)
    plugin, close = create_plugin(tell, thrown, lambda: seal.keep(owners), seal)
    status = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", root, *files], plugins=[plugin])
    close()
    return status == 0
