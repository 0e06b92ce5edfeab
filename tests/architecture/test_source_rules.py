"""Rules about the source that no linter knows: where files are written, what logs may hold, how files are named."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, called, calls, modules, parsed, relative

LONGEST_FILE = 400  # lines; the aim is 250
LONGEST_FUNCTION = 80  # lines; the aim is 40
VAGUE_NAMES = {"utils", "util", "common", "helpers", "helper", "manager", "misc", "tools"}

# Files that may write bytes to a disk. All else goes through them, so that nothing personal lies about in clear.
WRITERS = {
    "app/disk.py",  # whole, synced and read back, for the vault, destinations and the command line
    "app/places.py",  # folders and their permissions
    "consent/store/backup.py",  # the register, still locked, in one file
    "consent/store/key_file.py",
    "consent/store/seat.py",  # the locked boxes beside the store, replaced whole
}
WRITERS_OF_DRAWN_THINGS = ("app/demo/",)  # the demo's people do not exist

# Where a process, a job or a command ends, and may therefore catch everything.
ENDS = re.compile(r"^app/(__main__|cli/\w+(/\w+)?|ui/job|ui/application|work/\w+|vault|disk)\.py$")

# Where the clock's own day counts; permissions are judged by `Services.today`, which no clock that is set back moves.
BY_THE_CLOCK = {
    "app/demo/school.py",
    "app/people/forbidding.py",  # since when a mark stands, to be read
    "app/school/anchors.py",
    "app/school/computer.py",
    "app/school/due.py",  # holds the one beside the other
    "app/school/keeping.py",  # deletes nothing earlier
    "app/school/platforms.py",
    "app/school/recovery.py",
    "app/steps/erase.py",  # a clock that ran ahead must delete nothing after it was put right
}

# Attributes that hold what people typed, where photos lie, or what was read in them.
PERSONAL = {
    "caption", "detail_of_person", "file_name", "full_name", "known_as", "legal_name", "location", "parent",
    "password", "shown_name", "text", "title", "user_name",
}  # fmt: skip
SHEET_WRITERS = {"writer", "DictWriter", "Workbook", "to_csv", "to_excel"}
LOG_CALLS = {"debug", "info", "warning", "error", "exception", "critical", "log"}


def opens_for_writing(call: ast.Call) -> bool:
    if called(call) in {"write_text", "write_bytes", "NamedTemporaryFile", "mkstemp"}:
        return True
    if called(call) not in {"open", "fdopen"}:
        return False
    modes = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    return any(
        isinstance(mode, ast.Constant)
        and isinstance(mode.value, str)
        and re.fullmatch(r"[rwaxbt+]*[wax+][rwaxbt+]*", mode.value)
        for mode in modes
    )


def test_promise_50_the_day_by_which_permissions_are_judged_is_no_clocks_alone() -> None:
    asking = {
        relative(path)
        for path in modules()
        if relative(path).startswith("app/") and re.search(r"clock\(\)\.date\(\)", path.read_text("utf-8"))
    }
    assert asking - BY_THE_CLOCK - {"app/services.py"} == set()


def test_only_the_named_files_write_to_a_disk() -> None:
    bare = [
        f"{relative(path)}:{call.lineno}"
        for path in modules()
        if relative(path) not in WRITERS and not relative(path).startswith(WRITERS_OF_DRAWN_THINGS)
        for call in calls(path)
        if opens_for_writing(call)
    ]
    assert bare == []


def test_promise_46_every_sheet_is_written_by_the_one_function_that_makes_cells_inert() -> None:
    writers = {relative(path) for path in modules() for call in calls(path) if called(call) in SHEET_WRITERS}
    assert writers == {"app/people/inert.py"}


def test_nothing_but_the_tool_that_painted_the_demo_writes_heic() -> None:
    """The encoder in pillow-heif's wheels is GPL; Greenlight only reads HEIC (decision 15)."""
    users = {
        relative(path): {name.name for name in node.names}
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and "pillow_heif" in {getattr(node, "module", ""), *(name.name for name in node.names)}
    }
    assert users.pop("app/demo/pictures/camera.py") == {"pillow_heif"}
    assert users == {"vision/decode/__init__.py": {"HeifImageFile"}}


@pytest.mark.parametrize(
    "source",
    ["open(p, 'w')", "p.open(mode='xb')", "p.write_text('x')", "os.fdopen(f, 'r+b')"],
)
def test_the_search_for_writing_sees_every_form(source: str) -> None:
    call = ast.parse(source).body[0]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    assert opens_for_writing(call.value)


STORED = frozenset(
    {"register", "ledger", "originals", "outbox", "aftercare", "accounts", "keys", "computers"}
)
"""The parts of a store, as they stand in front of a call that changes one."""
CHANGES = re.compile(
    r"(put|record|move|add|void|mark|lift|destroy|erase|set|merge|end|settle|forget|remove|renew|note|open|close)_"
)
OF_NO_ONE = frozenset({"put_bookmark"})
"""Where someone was in a batch."""


def catches_everything(handler: ast.ExceptHandler) -> bool:
    match handler.type:
        case None:
            return True
        case ast.Name(id="Exception" | "BaseException"):
            return True
        case _:
            return False


def test_everything_is_caught_only_where_a_process_job_or_command_ends() -> None:
    elsewhere = [
        f"{relative(path)}:{node.lineno}"
        for path in modules()
        if not ENDS.match(relative(path))
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert elsewhere == []


def test_no_log_call_is_given_a_name_a_path_or_text_of_a_photo() -> None:
    told = [
        f"{relative(path)}:{call.lineno}: {node.attr}"
        for path in modules()
        for call in calls(path)
        if called(call) in LOG_CALLS
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in {"log", "logger", "logging", "LOG"}
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]
        for node in ast.walk(argument)
        if isinstance(node, ast.Attribute) and node.attr in PERSONAL
    ]
    assert told == []


def test_neither_door_changes_the_store_by_itself() -> None:
    """Who may, what is logged and who touched a photo is known to the steps and acts behind both doors."""
    by_itself = [
        f"{relative(path)}:{call.lineno}: {called(call)}"
        for path in modules()
        if relative(path).startswith(("app/ui/", "app/cli/"))
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Attribute)
        and call.func.value.attr in STORED
        and CHANGES.match(called(call))
        and called(call) not in OF_NO_ONE
    ]
    assert by_itself == []


def test_no_module_has_a_vague_name() -> None:
    vague = [relative(path) for path in modules() if VAGUE_NAMES & set(path.with_suffix("").parts[-2:])]
    assert vague == []


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_has_grown_too_long(capsys: pytest.CaptureFixture[str]) -> None:
    by_length = sorted(((lines(path), relative(path)) for path in modules()), reverse=True)
    with capsys.disabled():
        above = sum(length > 250 for length, _ in by_length)
        print(
            f"\n{len(by_length)} files, {above} above 250 lines; longest: {by_length[0][1]} {by_length[0][0]}"
        )
    assert [f"{name}: {length}" for length, name in by_length if length > LONGEST_FILE] == []


def test_no_function_has_grown_too_long() -> None:
    long = [
        f"{relative(path)}: {node.name}: {length}"
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_the_start_script_and_the_automatic_check_ask_for_the_same_libraries() -> None:
    script = (ROOT / "greenlight").read_text(encoding="utf-8")
    named = {pair.split(":")[1] for pair in re.findall(r"lib[\w.-]+\.so\.\d+:[\w.-]+", script)}
    automatic = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split()
    assert len(named) > 10
    assert named <= set(automatic)


def test_every_dependency_is_locked_with_a_hash_and_names_no_registry() -> None:
    for name in ("requirements.lock", "requirements-uv.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in lock
        assert "--index" not in lock
        pinned = re.findall(
            r"^[A-Za-z0-9._-]+==\S+.*?\\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", lock, re.MULTILINE
        )
        assert len(pinned) == len(re.findall(r"^[A-Za-z]", lock, re.MULTILINE))
