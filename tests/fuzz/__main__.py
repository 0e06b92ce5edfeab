"""Throws grown nonsense at whatever reads a stranger's bytes: guided by coverage, from a corpus kept beside it.

python tests/fuzz TARGET [SECONDS]     1 where something but a refusal came out; the input is then in tests/fuzz/found
python tests/fuzz corpus               makes the corpus anew
"""

from __future__ import annotations

import io
import resource
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["app", "vision", "consent"], enable_loader_override=False):
    from app.errors import AppError
    from app.people.reading import read_sheet
    from app.people.refusals import SheetRefusedError
    from app.settings import Settings
    from app.vault import Vault
    from consent.errors import ConsentError
    from consent.publications import PhotoId
    from consent.store.key_file import parse_key_file
    from vision.check.file_structure import walk
    from vision.decode import decode
    from vision.errors import PhotoRefusedError

HERE = Path(__file__).resolve().parent
CORPUS, FOUND = HERE / "corpus", HERE / "found"
LONGEST = 20_000
"""Bytes of one input: more only makes it slow."""
_SECONDS = 20
_ROOM = 2048
"""MiB that the inputs may fill beyond what stands before the first."""


def photo(data: bytes) -> None:
    """Any bytes as a photo: read whole, or refused by a code."""
    try:
        found = decode(data, largest_pixels=1_000_000)
    except PhotoRefusedError:
        return
    assert found.pixels.shape == (-(-found.height // found.reduced), -(-found.width // found.reduced), 3)


def structure(data: bytes) -> None:
    """Any bytes as a published file: a list of problems, empty for none."""
    assert isinstance(walk(data), tuple)


def roll(data: bytes) -> None:
    """Any bytes as a spreadsheet of a school's own records."""
    try:
        sheet = read_sheet(data)
    except SheetRefusedError:
        return
    assert all(isinstance(cell, str) for row in sheet.rows for cell in row.cells)


def settings(data: bytes) -> None:
    """Any bytes as the settings file."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        try:
            Settings.load(Path(file.name))
        except AppError:
            return


def key_file(data: bytes) -> None:
    """Any bytes as the file of locked boxes."""
    try:
        parse_key_file(data)
    except ConsentError:
        return


class _OneKey:
    """Photo keys of which there is one."""

    def put_key(self, _photo: PhotoId, _key: bytes) -> None: ...
    def destroy_key(self, _photo: PhotoId) -> None: ...
    def key(self, _photo: PhotoId) -> bytes | None:
        return b"k" * 32


class _Shelf:
    """A shelf that holds what it was given, as a server might."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def put(self, _photo: PhotoId, _sealed: object) -> None: ...
    def remove(self, _photo: PhotoId) -> None: ...
    def kept(self) -> frozenset[PhotoId]:
        return frozenset()

    def sweep(self) -> int:
        return 0

    def get(self, _photo: PhotoId) -> io.BytesIO:
        return io.BytesIO(self._content)


def vault(data: bytes) -> None:
    """Any bytes as a photo's encrypted file: nothing but what was sealed ever comes out of it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "photos"
        kept = Vault(place, _OneKey(), _Shelf(data))
        try:
            found = kept.get(PhotoId("f1"))
        except AppError:
            return
    assert found == b""  # sealed nothing is the only thing that the corpus has a key for


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (photo, structure, roll, settings, key_file, vault)
}


def fuzz(name: str, seconds: int) -> None:
    """Does not come back: the library ends the process, with another status than 0 where something was found."""
    FOUND.mkdir(exist_ok=True)
    # the library reads the peak, and Linux starts a child's peak at that of the process that started it
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 + _ROOM
    with tempfile.TemporaryDirectory() as grown:
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            "-timeout=20",
            f"-rss_limit_mb={most}",
        ]
        where = [f"-artifact_prefix={FOUND}/{name}-", "-print_final_stats=1", "-verbosity=0"]
        atheris.Setup([name, *options, *where, grown, str(CORPUS / name)], TARGETS[name])
        atheris.Fuzz()


def main(arguments: Sequence[str]) -> int:
    """See above."""
    if arguments == ["corpus"]:
        from tests.fuzz.seeds import make_corpus  # noqa: PLC0415 - draws pictures; the fuzzing itself need not

        make_corpus(CORPUS)
        return 0
    if not arguments or arguments[0] not in TARGETS:
        print(__doc__, *TARGETS)
        return 2
    fuzz(arguments[0], int(arguments[1]) if len(arguments) > 1 else _SECONDS)
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent.parent))
    sys.exit(main(sys.argv[1:]))
