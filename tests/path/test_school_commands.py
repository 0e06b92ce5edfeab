"""A school's life from the command line: set up, staffed, changed, backed up, lost, restored, recovered."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.cli.run import run
from app.cli.status import Status
from tests.fakes.secrets import SecretsInMemory

ADMIN, LEAD, HEAD = "seven quiet gulls", "a heron at noon", "nine slow ferries"


@dataclass
class Terminal:
    """Types commands as one of the staff; passwords go through files."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    store: str = "store"
    passwords: dict[str, str] = field(default_factory=dict)
    out: str = ""
    err: str = ""

    def file(self, name: str, content: str) -> str:
        path = self.folder / name
        path.write_text(content + "\n", encoding="utf-8")
        path.chmod(0o600)
        return str(path)

    def as_(self, user: str, *typed: str) -> int:
        self.monkeypatch.setenv("GREENLIGHT_USER", user)
        self.monkeypatch.setenv(
            "GREENLIGHT_PASSWORD_FILE", self.file("password", self.passwords.get(user, "no password at all"))
        )
        try:
            status = run([*typed, "--store", str(self.folder / self.store)])
        except SystemExit as ended:
            status = int(str(ended.code))
        told = self.capsys.readouterr()
        self.out, self.err = told.out, told.err
        return status

    def well(self, user: str, *typed: str) -> str:
        assert self.as_(user, *typed) == Status.WELL, self.err
        return self.out

    def own_password(self, user: str, password: str) -> None:
        self.well(user, "staff", "password", "--new-password-file", self.file("new", password))
        self.passwords[user] = password


SET_UP = (
    "school", "set-up", "--school", "Aldergreen Primary", "--admin", "ada", "--admin-name", "Ada Admin",
    "--trained", "2026-09-01", "--platform", "website", "facebook",
)  # fmt: skip


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return Terminal(tmp_path, monkeypatch, capsys, passwords={"ada": ADMIN})


def first_password(out: str) -> str:
    found = re.search(r"first password of \w+: ([a-z ]+)$", out, re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.fixture
def school(terminal: Terminal) -> tuple[Terminal, str]:
    """Set up with two people who may work, and the recovery key."""
    out = terminal.well("ada", *SET_UP, "--lead", "leo", "--lead-name", "Leo Lead")
    key = re.search(r"recovery key: (\S+)", out)
    assert key is not None
    terminal.passwords["leo"] = first_password(out)
    terminal.well("ada", "policy", "read", "--confirm", "1")
    terminal.own_password("leo", LEAD)
    terminal.well("leo", "policy", "read", "--confirm", "1")
    terminal.well("ada", "staff", "train", "leo", "--on", "2026-09-02")
    return terminal, key[1]


def test_the_first_day_is_done_at_a_terminal(terminal: Terminal) -> None:
    assert terminal.as_("ada", *SET_UP) == Status.WRONG_USE
    assert "--no-second" in terminal.err
    assert terminal.as_("ada", *SET_UP, "--no-second", "--lead", "leo") == Status.WRONG_USE
    terminal.passwords["ada"] = "Aldergreen 1"
    assert terminal.as_("ada", *SET_UP, "--no-second") == Status.WRONG_USE
    assert "too easily guessed" in terminal.err
    assert not (terminal.folder / "store").exists()
    terminal.passwords["ada"] = ADMIN
    out = terminal.well("ada", *SET_UP, "--no-second")
    assert "first password" not in out
    assert "not typed back" in terminal.err
    assert terminal.as_("ada", *SET_UP, "--no-second") == Status.WRONG_USE
    assert "STORE_EXISTS" in terminal.err
    shown = terminal.well("ada", "policy", "show")
    assert "one person is lead and admin alone" in shown
    assert "recovery key" in shown
    assert "matching faces" in shown


def test_the_schools_own_words_for_captions_are_kept_and_only_by_the_admin(
    school: tuple[Terminal, str],
) -> None:
    terminal, _ = school
    terminal.well("ada", "policy", "change", "--refuse-word", "Fnord,", "Wibble", "--allow-word", "innit")
    shown = terminal.well("leo", "policy", "show")
    assert "fnord, wibble" in shown
    assert "innit" in shown
    assert terminal.as_("leo", "policy", "change", "--hint-word", "detention") == Status.NOT_ALLOWED
    terminal.well("ada", "policy", "change", "--refuse-word")
    assert "fnord" not in terminal.well("ada", "policy", "show")
    assert "innit" in terminal.out


def test_an_invitation_leads_to_work_step_by_step(school: tuple[Terminal, str]) -> None:
    terminal, _ = school
    out = terminal.well("ada", "staff", "invite", "hal", "--name", "Hal Head", "--role", "approver", "lead")
    terminal.passwords["hal"] = first_password(out)
    assert terminal.as_("hal", "policy", "show") == Status.NOT_ALLOWED
    assert "staff password" in terminal.err
    terminal.own_password("hal", HEAD)
    assert terminal.as_("hal", "people", "list") == Status.NOT_ALLOWED
    assert "NOT_TRAINED" in terminal.err
    terminal.well("leo", "staff", "train", "hal")
    assert terminal.as_("hal", "people", "list") == Status.NOT_ALLOWED
    assert "POLICY_NOT_READ" in terminal.err
    assert terminal.as_("hal", "policy", "read") == Status.WAITING
    terminal.well("hal", "policy", "read", "--confirm", "1")
    terminal.well("hal", "people", "list")
    listed = terminal.well("ada", "staff", "list")
    assert "Hal Head" in listed
    assert (
        terminal.as_("hal", "staff", "invite", "x", "--name", "X", "--role", "office") == Status.NOT_ALLOWED
    )


def test_accounts_are_shut_let_in_and_given_other_roles(school: tuple[Terminal, str]) -> None:
    terminal, _ = school
    assert "disabled" in terminal.well("ada", "staff", "disable", "leo")
    assert terminal.as_("leo", "policy", "show") == Status.NOT_ALLOWED
    terminal.passwords["leo"] = first_password(terminal.well("ada", "staff", "enable", "leo"))
    terminal.own_password("leo", LEAD)
    terminal.well("ada", "staff", "roles", "leo", "--role", "lead", "admin")
    terminal.passwords["leo"] = first_password(terminal.well("ada", "staff", "password", "leo"))
    assert terminal.as_("leo", "policy", "show") == Status.NOT_ALLOWED
    assert terminal.as_("ada", "staff", "disable", "nobody") == Status.WRONG_USE
    terminal.own_password("leo", LEAD)
    terminal.well("leo", "staff", "disable", "ada")
    assert terminal.as_("leo", "staff", "disable", "leo") == Status.WRONG_USE
    assert "LAST_ADMIN" in terminal.err


def test_platforms_are_added_and_changed(school: tuple[Terminal, str]) -> None:
    terminal, _ = school
    assert "School website" in terminal.well("ada", "platform", "list")
    assert "Instagram" in terminal.well("ada", "platform", "add", "instagram")
    assert terminal.as_("ada", "platform", "add", "instagram") == Status.WRONG_USE
    assert terminal.as_("ada", "platform", "add", "noticeboard") == Status.WRONG_USE
    terminal.well("ada", "platform", "add", "noticeboard", "--name", "Notice board", "--names", "no")
    changed = terminal.well(
        "ada", "platform", "change", "website", "--uniform", "cover-body", "--group-only", "yes",
        "--address", "https://a.example", "--staff", "ada", "leo", "--open", "no",
    )  # fmt: skip
    assert "cover body" in changed
    assert "ada, leo" in changed
    assert "(closed)" in changed
    looser = ("platform", "change", "website", "--group-only", "no")
    assert terminal.as_("ada", *looser) == Status.NOT_ALLOWED
    assert "TWO_PEOPLE_NEEDED" in terminal.err
    second = ("--second-password-file", terminal.file("second", ADMIN))
    assert terminal.as_("ada", *looser, "--second", "ada", *second) == Status.NOT_ALLOWED
    assert "SAME_PERSON" in terminal.err
    assert terminal.as_("ada", "platform", "change", "website", "--quality", "0") == Status.WRONG_USE
    assert terminal.as_("leo", "platform", "add", "x") == Status.NOT_ALLOWED
    assert terminal.as_("leo", "platform", "retire", "website") == Status.NOT_ALLOWED
    a_day = r"\d{4}-\d\d-\d\d"
    assert re.search(a_day, terminal.well("ada", "platform", "retire", "noticeboard"))
    assert not re.search(a_day, terminal.well("ada", "platform", "reopen", "noticeboard"))


def test_the_policy_is_changed_by_whom_it_belongs_to_and_by_two_where_it_protects(
    school: tuple[Terminal, str],
) -> None:
    terminal, _ = school
    assert terminal.as_("ada", "policy", "change", "--keep-photos", "7") == Status.NOT_ALLOWED
    assert "7 days" in terminal.well("leo", "policy", "change", "--keep-photos", "7", "--notice", "2")
    assert "told before they go" in terminal.out
    assert terminal.as_("leo", "policy", "change", "--assessment", "DPIA 7") == Status.WRONG_USE
    on = terminal.well("leo", "policy", "change", "--assessment", "DPIA 7", "--assessed-on", "2026-10-01")
    assert "on: DPIA 7" in on
    assert "off" in terminal.well("leo", "policy", "change", "--matching-off")
    cover = ("policy", "change", "--never-publish", "cover")
    assert terminal.as_("leo", *cover) == Status.NOT_ALLOWED
    assert "TWO_PEOPLE_NEEDED" in terminal.err
    second = ("--second-password-file", terminal.file("second", ADMIN))
    assert terminal.as_("leo", *cover, "--second", "ada", *second) == Status.NOT_ALLOWED
    terminal.well("ada", "staff", "roles", "ada", "--role", "admin", "lead")
    terminal.well("leo", *cover, "--second", "ada", *second)
    text = terminal.file("policy.txt", "Be careful.\nAsk first.")
    assert terminal.as_("ada", "policy", "change", "--text", text) == Status.WRONG_USE
    terminal.well("ada", "policy", "change", "--text", text, "--version", "2")
    assert "Ask first." in terminal.well("leo", "policy", "read", "--confirm", "2")
    assert terminal.as_("leo", "policy", "read", "--confirm", "1") == Status.WRONG_USE


def test_promise_35_backup_restore_and_recovery_from_the_command_line(
    school: tuple[Terminal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal, key = school
    terminal.well("leo", "recovery", "confirm", "--key-file", terminal.file("key", key.lower()))
    backup = str(terminal.folder / "backup.greenlight")
    assert re.search(r"sha256 [0-9a-f]{64}", terminal.well("ada", "backup", backup))
    assert terminal.as_("ada", "backup", backup) == Status.WRONG_USE
    terminal.store = "new pc"
    monkeypatch.setenv("HOME", str(terminal.folder / "clean home"))
    terminal.well("ada", "restore", backup)
    assert terminal.as_("ada", "restore", backup) == Status.WRONG_USE
    assert "Aldergreen Primary" in terminal.well("leo", "policy", "show")
    use = ("recovery", "use", "--new-password-file", terminal.file("new", "four wet umbrellas"))
    assert terminal.as_("", *use, "--key-file", terminal.file("wrong", key[::-1])) == Status.NOT_ALLOWED
    terminal.well("", *use, "--key-file", terminal.file("key", key))
    assert terminal.as_("ada", "policy", "show") == Status.NOT_ALLOWED
    terminal.passwords["ada"] = "four wet umbrellas"
    fresh = re.search(r"recovery key: (\S+)", terminal.well("ada", "recovery", "renew"))
    assert fresh is not None
    assert terminal.as_("", *use, "--key-file", terminal.file("key", key)) == Status.NOT_ALLOWED
    terminal.well("ada", "recovery", "confirm", "--key-file", terminal.file("key", fresh[1]))


def test_promise_37_a_log_that_was_cut_is_found_by_an_anchor_kept_elsewhere(
    school: tuple[Terminal, str],
) -> None:
    terminal, _ = school
    backup, anchor = str(terminal.folder / "backup"), str(terminal.folder / "anchor.txt")
    terminal.well("leo", "backup", backup)
    terminal.well("ada", "staff", "list")  # what someone would like to have undone
    report = str(terminal.folder / "log.json")
    terminal.well("leo", "report", "audit", "--anchor", anchor, "--out", report)
    assert "holds" in terminal.well("leo", "report", "audit", "--against", anchor, report)
    assert terminal.as_("leo", "report", "audit", "--anchor", anchor) == Status.WRONG_USE
    terminal.store = "rolled back"
    terminal.well("leo", "restore", backup)
    out = str(terminal.folder / "rolled back.json")
    terminal.well("leo", "report", "audit")  # the chain alone is whole
    assert terminal.as_("leo", "report", "audit", "--against", anchor, "--out", out) == Status.FAILED
    assert "DOES NOT HOLD" in terminal.out
    (judged,) = json.loads(Path(out).read_text())["against"]
    assert not judged["holds"]
    assert terminal.as_("leo", "report", "audit", "--against", backup) == Status.WRONG_USE


def test_the_daily_anchor_goes_to_the_folder_of_the_settings_and_is_held_against(
    school: tuple[Terminal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal, _ = school
    kept = terminal.folder / "kept elsewhere"
    kept.mkdir()
    monkeypatch.setenv("GREENLIGHT_ANCHOR_FOLDER", str(kept))
    for _ in range(2):
        terminal.well("leo", "policy", "show")
    (file,) = kept.iterdir()
    assert re.fullmatch(r"(\d{4}-\d\d-\d\d \d+ [0-9a-f]{64}\n){2}", file.read_text()), "first and last entry"
    assert "holds" in terminal.well("leo", "report", "audit")
    day, number, seal = file.read_text().splitlines()[-1].split()
    file.write_text(f"{day} {number} {seal[::-1]}\n")
    assert terminal.as_("leo", "report", "audit") == Status.FAILED
    monkeypatch.setenv("GREENLIGHT_ANCHOR_FOLDER", str(terminal.folder / "pulled out"))
    terminal.well("leo", "policy", "show")


def test_a_computer_opens_without_a_password_for_who_wished_it_until_it_is_taken_back(
    school: tuple[Terminal, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal, _ = school
    system = SecretsInMemory()
    for module in ("app.cli.signing_in", "app.cli.commands.keeping"):
        monkeypatch.setattr(f"{module}.OwnKeyring", lambda: system)
    assert terminal.as_("stranger", "policy", "show", "--remembered") == Status.NOT_ALLOWED
    assert "remembers no one" in terminal.err
    terminal.well("leo", "computer", "remember")
    assert "without a password" in terminal.err
    assert "leo" in terminal.well("stranger", "computer", "list", "--remembered")
    terminal.well("stranger", "--remembered", "policy", "show")
    terminal.well("leo", "computer", "forget")
    assert system.held == {}
    assert terminal.as_("stranger", "policy", "show", "--remembered") == Status.NOT_ALLOWED
    terminal.well("leo", "computer", "remember")
    (kept,) = re.findall(r"\b[0-9a-f]{16}\b", terminal.well("ada", "computer", "list"))
    terminal.well("ada", "computer", "forget", kept)
    assert terminal.as_("stranger", "policy", "show", "--remembered") == Status.NOT_ALLOWED
    assert "WRONG_PASSWORD" in terminal.err
    assert system.held == {}, "one that was forgotten from elsewhere forgets, too"


@pytest.mark.parametrize(
    "typed",
    [
        ("staff", "list"),
        ("staff", "password"),
        ("platform", "list"),
        ("policy", "show"),
        ("backup", "b"),
        ("recovery", "renew"),
        ("computer", "list"),
    ],
    ids=" ".join,
)
def test_without_a_store_each_command_says_so(terminal: Terminal, typed: tuple[str, ...]) -> None:
    assert terminal.as_("ada", *typed) == Status.WRONG_USE
    assert "STORE_MISSING" in terminal.err


def test_due_tells_what_waits_and_what_is_over_is_erased(school: tuple[Terminal, str]) -> None:
    terminal, _ = school
    assert "to see to: the policy has no date of its next review" in terminal.well("leo", "due")
    assert terminal.well("leo", "erase", "overdue") == "deleted: 0\n"
    assert terminal.as_("leo", "erase") == Status.WRONG_USE
