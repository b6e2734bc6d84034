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


def create_teller(tell, seal):
    """What is known of tests, and what was told of them: kept where no test gets hold of it."""
    bad = {}  # tests that cannot have passed, and why
    told = set()

    def say(node, outcome, *more):
        told.add(node)
        file, _, name = node.partition("::")
        tell(file, name, outcome, *more)

    def watch(node, error, changed):
        """`error`: what the body raised, as seen from the frame that calls it, before anything may forget it."""
        bad.pop(node, None)
        if changed is not None:
            bad[node] = f"the code under test has replaced {changed}"
        elif error is not None:
            bad[node] = f"{error[0].__name__}: {error[1]}"

    def say_passed(node, *more):
        changed = seal.broken()
        if changed is not None:
            bad[node] = f"the code under test has replaced {changed}"
        if node in bad:
            say(node, "failed", bad[node])
        else:
            say(node, "passed", *more)

    def close():
        for node in bad.keys() - told:
            say(node, "failed", bad[node])

    return say, say_passed, watch, close


def create_plugin(teller, thrown, keep, seal):
    """Reports to the judge what pytest finds."""
    import pytest

    say, say_passed, watch, _ = teller

    class Plugin:
        def pytest_sessionstart(self):
            keep()  # by now the project's plugins have made their changes

        def pytest_runtest_logstart(self):
            thrown.clear()

        def pytest_collectstart(self):
            thrown.clear()

        @pytest.hookimpl(hookwrapper=True, trylast=True)
        def pytest_runtest_call(self, item):
            before = seal.broken()
            outcome = yield
            watch(item.nodeid, outcome.excinfo, before or seal.broken())

        def pytest_runtest_logreport(self, report):
            if report.when != "call" and (report.outcome == "passed" or report.when == "teardown" and report.outcome != "failed"):
                return
            crash = getattr(getattr(report.longrepr, "reprcrash", None), "message", "")
            line = report.location[1] + 1 if report.location[1] is not None else None
            said = crash, str(report.longrepr or ""), line
            if report.outcome == "passed":
                say_passed(report.nodeid, *said)
            else:
                say(report.nodeid, "failed" if report.outcome == "failed" else "skipped", *said)

        def pytest_collectreport(self, report):
            if report.outcome == "failed":
                text = str(report.longrepr)
                say(report.nodeid.partition("::")[0] + "::(loading the file)", "failed", text.strip().split("\n")[-1], text)

    return Plugin()


def run_pytest(root, files, tell, thrown, seal):
    """Whether all cases passed."""
    import pytest

    owners = deciding(root, files)
    seal.keep(owners)
    *_, close = teller = create_teller(tell, seal)
    plugin = create_plugin(teller, thrown, lambda: seal.keep(owners), seal)
    status = pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", root, *files], plugins=[plugin])
    close()
    return status == 0
