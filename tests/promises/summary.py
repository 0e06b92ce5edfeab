"""Says after a run of all tests, the slow ones too, which of the fifty promises they kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.promises.listing import Ended, Standing, by_name, counted, promises, standing, tests_of


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line with the count, and one for each promise that is not simply kept."""
    whole = config.args_source is not pytest.Config.ArgsSource.ARGS
    if not whole or config.option.markexpr or config.option.keyword or config.option.collectonly:
        return
    ended, found = by_name(_ended(terminalreporter)), tests_of()
    verdicts = {one: standing(found.get(one.number, ()), ended) for one in promises()}
    terminalreporter.section("the fifty promises")
    for promise, (verdict, why) in verdicts.items():
        if verdict is not Standing.KEPT or why:
            terminalreporter.write_line(f"{promise.number:2}  {verdict.value}: {promise.fault} ({why})")
    terminalreporter.write_line(counted([verdict for verdict, _ in verdicts.values()]))


def _ended(reporter: pytest.TerminalReporter) -> Iterator[Ended]:
    """How each test ended, also those that broke while they were set up or cleared away."""
    for kind in ("passed", "failed", "error", "skipped"):
        for report in reporter.getreports(kind):
            name = report.nodeid.partition("::")[2]
            yield Ended(name, {"passed": "passed", "skipped": _reason(report)}.get(kind, "failed"))


def _reason(report: pytest.TestReport) -> str:
    return str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else "skipped"
