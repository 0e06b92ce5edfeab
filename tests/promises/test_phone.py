"""A phone on a cable: libgphoto2's own virtual camera speaks PTP, and says of what it deletes that it is gone."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from app.devices import cable
from app.devices.base import DeviceFile, LeftOut, Presence, Removal
from app.devices.cable import Cable
from app.devices.phone import PhoneDevice
from app.errors import AppError, Trouble
from app.health import examine
from app.places import Places
from tests.fakes.vision import FakeVision

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import json, sys
from app.devices.base import Presence
from app.devices.phone import PhoneDevice, find_phone, phones
import hashlib
from app.errors import AppError

told = {}
(phone,) = phones()
told["serial"] = phone.serial
device = find_phone(phone.serial)
survey = device.survey()
told["files"] = {file.path.partition("/")[2]: [c.path.rpartition("/")[2] for c in file.companions] for file in survey.files}
told["left_out"] = {reason.value: count for reason, count in survey.left_out.items()}
file = survey.files[0]
content = device.read(file)
sha256 = hashlib.sha256(content).hexdigest()
told["content"] = content.decode()
told["pieces"] = b"".join(device.pieces(file)) == content
told["wrong"] = device.remove(file, "0" * 64).value
told["removed"] = device.remove(file, sha256).value
told["again"] = device.remove(file, sha256).value
told["looked"] = device.look(file, sha256).value
told["keeps_deleted"] = device.keeps_deleted
told["renewed"] = device.renew()
told["looked_afresh"] = device.look(file, sha256).value
device.close()
try:
    find_phone("another")
except AppError as error:
    told["unknown"] = error.code.value
print(json.dumps(told))
"""


def virtual_camera() -> Path:
    """The folder of the port that stands for a camera."""
    spec = importlib.util.find_spec("gphoto2")
    if spec is None or spec.origin is None:
        pytest.skip("gphoto2 is not installed on this system")
    folder = Path(spec.origin).parent / "libgphoto2" / "vusb"
    if not folder.is_dir():
        pytest.skip("this gphoto2 brings no virtual camera")
    return folder


def ask(program: str, photos: Path) -> dict[str, object]:
    """What a program says that sees the folder as a phone."""
    environment = {**os.environ, "IOLIBS": str(virtual_camera()), "VCAMERADIR": str(photos)}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "phone" / "DCIM" / "100APPLE"
    folder.mkdir(parents=True)
    for name, content in {
        "IMG_1.JPG": b"first",
        "IMG_1.AVI": b"movie",
        "IMG_2.PNG": b"second",
        "notes.txt": b"x",
    }.items():
        (folder / name).write_bytes(content)
    return tmp_path / "phone"


def test_promise_28_a_phone_that_says_deleted_and_shows_the_photo_again_is_not_believed(photos: Path) -> None:
    told = ask(PROGRAM, photos)
    assert told["files"] == {"DCIM/100APPLE/IMG_1.JPG": ["IMG_1.AVI"], "DCIM/100APPLE/IMG_2.PNG": []}
    assert told["left_out"] == {"OTHER": 1}
    assert told["content"] == "first"
    assert told["pieces"] is True
    assert told["wrong"] == "changed"
    assert told["removed"] == "asked"
    assert told["again"] == "absent"
    assert told["looked"] == "absent"  # so it says
    assert told["keeps_deleted"] is True
    assert told["renewed"] is True
    assert told["looked_afresh"] == "same"  # and so it is
    assert told["unknown"] == "DEVICE_GONE"
    assert told["serial"]


WHOLE_WAY = """
import json, sys
from dataclasses import replace
from pathlib import Path
import app.devices.phone as phone
from tests.path.power_cut import build
from app.originals import settle_originals, unsettled
from app.steps import path
from app.steps.device import find_phones, judge_device
from consent.accounts import AccountId
from consent.devices import Standing
from consent.platforms import PlatformId
from tests.path.conftest import WEBSITE

world = build(Path(sys.argv[1]))
office = world.opened()
admin = replace(office, account=office.store.accounts.account(AccountId("admin")))
(device,) = find_phones(office)
told = {"standing": device.standing.value}
device = judge_device(admin, device, Standing.APPROVED)
steps = list(path.bring_in_phone(office, device, title="Trip", platforms=(WEBSITE,)))
told["troubles"] = sorted({step.trouble for step in steps if step.stage == "erase"})
told["fates"] = sorted({one.fate.value for one in unsettled(office)})
told["photos"] = len([p for b in office.store.ledger.batches() for p in office.store.ledger.photos(b.id)])
again = list(settle_originals(office, device))
told["again"] = sorted({step.trouble for step in again})
office.store.close()
print(json.dumps(told))
"""


def test_promise_28_a_persons_phone_is_brought_in_and_deleting_by_hand_is_asked_for(
    photos: Path, tmp_path: Path
) -> None:
    program = WHOLE_WAY.replace("sys.argv[1]", repr(str(tmp_path / "world")))
    told = ask(program, photos)
    assert told["standing"] == "unknown"
    assert told["photos"] == 2
    assert told["troubles"] == ["ORIGINAL_BY_HAND"]
    assert told["fates"] == ["by_hand"]
    # looked at again, the virtual phone shows what it said was deleted: it is asked again, and never believed
    assert told["again"] == ["ORIGINAL_BY_HAND"]


@pytest.fixture
def taken_over() -> Iterator[Callable[[str], PhoneDevice]]:
    """A phone that has taken over the process which speaks to it."""
    opened: list[PhoneDevice] = []

    def phone(lie: str) -> PhoneDevice:
        opened.append(PhoneDevice("usb:1", Cable("tests.hostile_phone", lie)))
        return opened[-1]

    yield phone
    for one in opened:
        one.close()


PHOTO = DeviceFile("DCIM/a.jpg", 3, 0)
SHA256 = hashlib.sha256(b"abc").hexdigest()


@pytest.mark.parametrize("lie", ["crash", "nested", "shape", "frame", "endless", "number", "silence"])
def test_a_phone_that_owns_its_process_costs_itself_and_is_told_as_gone(
    taken_over: Callable[[str], PhoneDevice], lie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cable, "LIST_SECONDS", 2.0)
    monkeypatch.setattr(cable, "READ_SECONDS", 2.0)
    phone = taken_over(lie)
    for act in (
        phone.survey,
        lambda: phone.read(PHOTO),
        lambda: phone.look(PHOTO, SHA256),
        lambda: phone.remove(PHOTO, SHA256),
    ):
        with pytest.raises(AppError) as gone:
            act()
        assert gone.value.code is Trouble.DEVICE_GONE


def test_promise_43_names_that_lead_elsewhere_are_not_offered(
    taken_over: Callable[[str], PhoneDevice],
) -> None:
    survey = taken_over("names").survey()
    assert [file.path for file in survey.files] == ["DCIM/a.jpg"]
    assert survey.left_out == {LeftOut.NOT_A_FILE: 6, LeftOut.TOO_DEEP: 2}


def test_what_a_phone_sends_is_not_taken_for_what_it_listed(taken_over: Callable[[str], PhoneDevice]) -> None:
    phone = taken_over("honest")
    assert phone.read(PHOTO) == b"abc"
    with pytest.raises(AppError) as refused:
        phone.read(DeviceFile("DCIM/a.jpg", 2, 0))
    assert refused.value.code is Trouble.FILE_UNREADABLE


def test_a_photo_that_a_phone_does_not_let_be_read_is_not_deleted(
    taken_over: Callable[[str], PhoneDevice],
) -> None:
    phone = taken_over("unreadable")  # it dies where it is asked to delete
    assert phone.look(PHOTO, SHA256) is Presence.SAME
    assert phone.remove(PHOTO, SHA256) is Removal.LOCKED
    assert taken_over("honest").remove(DeviceFile("DCIM/a.jpg", 2, 0), SHA256) is Removal.CHANGED


WALLS = """
import json, os, socket
from pathlib import Path
from app.devices import phone_process
from app.work import confine

root = Path(phone_process.__file__).resolve().parents[2]
walls = confine.shut_in_with_cables(phone_process.MOST_MEMORY, own=tuple(root / name for name in phone_process.OWN))
import gphoto2
tried = {}
for name, act in {
    "read": lambda: open("/etc/passwd").read(),
    "write": lambda: open("/tmp/walls", "w").write("x"),
    "connect": lambda: socket.create_connection(("127.0.0.1", 9)),
    "unix": lambda: socket.socket(socket.AF_UNIX),
    "run": lambda: os.execv("/bin/true", ["true"]),
    "signal": lambda: os.kill(os.getppid(), 0),
    "store": lambda: os.listdir(os.path.expanduser("~")),
}.items():
    try:
        act()
        tried[name] = "done"
    except OSError as error:
        tried[name] = "refused"
try:
    socket.socket(16, socket.SOCK_RAW, 15).close()  # what the kernel says of plugging in
    tried["cables"] = "done"
except OSError as error:
    tried["cables"] = f"errno {error.errno}"
print(json.dumps({"tried": tried, "walls": {wall.name: wall.works for wall in walls}}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux's")
def test_promise_42_what_speaks_to_phones_has_no_files_no_network_and_no_programs(photos: Path) -> None:
    told = ask(WALLS, photos)
    if not all(cast("dict[str, bool]", told["walls"]).values()):
        pytest.skip("this kernel has not every wall")
    assert told["tried"] == {
        "read": "refused", "write": "refused", "connect": "refused", "unix": "refused", "run": "refused",
        "signal": "refused", "store": "refused", "cables": "done",
    }  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux's")
def test_doctor_says_whether_what_speaks_to_phones_is_shut_in(tmp_path: Path) -> None:
    virtual_camera()
    checks = examine(FakeVision(), Places(tmp_path / "store", tmp_path))
    (found,) = [check for check in checks if check.name.startswith("phones")]
    assert found.works or found.detail


WINDOW = """
import json, sys
import app.devices.watch, app.devices.phone
from app.devices.phone import phones
phones()
print(json.dumps({"loaded": "gphoto2" in sys.modules}))
"""


def test_the_process_of_the_window_never_loads_the_library_that_phones_speak_to(photos: Path) -> None:
    assert ask(WINDOW, photos) == {"loaded": False}
