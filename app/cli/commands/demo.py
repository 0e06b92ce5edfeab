"""Demo: the made-up school, taken the whole way, as one table."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from app.cli.arguments import Given
from app.cli.commands.desk import show_window
from app.cli.printing import print_line, print_table, tell
from app.cli.status import Status
from app.demo.report import DemoLine, DemoReport, DemoSchool
from app.work.progress import Progress


def demo(given: Given) -> Status:
    """Make the school, run the path, and say where everything lies."""
    from app.demo.run import run_demo  # noqa: PLC0415 - brings the store's libraries

    folder = Path(given.folder) if given.folder else Path(tempfile.mkdtemp(prefix="greenlight-demo-"))
    tell(f"making a demo school in {folder} and taking its photos the whole way; about a minute")
    report = run_demo(folder, tell=_show)
    print_report(report)
    if not given.open:
        return Status.WELL
    return show_window(given, report.school.store)


def print_report(report: DemoReport) -> None:
    """The table, the times, and where everything lies."""
    columns = ["photo", "platform", "verdict", "found", "shown", "covered", "names covered", "open", "file"]
    print_table("", columns, [_row(line, report.school) for line in report.lines])
    print_line(
        f"Faces compared: {report.suggested} suggested, {report.unsure} unsure, {report.unknown} unknown, "
        f"before anyone looked ({report.school.people} people, {report.school.templates} templates)."
    )
    parts = ", ".join(f"{part.stage} {part.seconds:.1f}" for part in report.seconds)
    print_line(f"Seconds: {parts}; {report.total_seconds:.1f} in all.")
    for what, place in (
        ("photos", report.school.device),
        ("store", report.school.store),
        ("published", report.school.out),
    ):
        print_line(f"{what + ':':<10} {place}")
    print_line("Staff of the demo school (invented; open the desk with them):")
    for member in report.school.staff:
        print_line(f"  {member.user_name:<10} {member.password}   {member.full_name}, {member.roles}")


def _row(line: DemoLine, school: DemoSchool) -> tuple[str, ...]:
    # a copy that did not go out says why in the place where its file would stand
    file = str(line.file.relative_to(school.folder)) if line.file is not None else line.trouble
    if line.verdict is None:
        return (line.photo, line.platform, line.verdict_words, "", "", "", "", "", "")
    counts = (line.faces_found, line.faces_shown, line.faces_covered, line.names_covered, line.open_regions)
    return (line.photo, line.platform, line.verdict_words, *map(str, counts), file)


def _show(progress: Progress) -> None:
    """One line that is written over, at a terminal only."""
    if sys.stderr.isatty():
        end = "\n" if progress.done == progress.total else ""
        print(
            f"\r{progress.stage.value} {progress.done} of {progress.total}   ",
            end=end,
            file=sys.stderr,
            flush=True,
        )
