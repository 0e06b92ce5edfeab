"""Keeps the Welsh up to date: finds every text of the window, lists what has no Welsh, takes Welsh in, compiles it.

    python -m tests.ui.translating                      find all texts, compile, and list what is missing
    python -m tests.ui.translating --missing FILE       the same, and write what is missing as JSON
    python -m tests.ui.translating --fill FILE          take over Welsh from such a file, and compile

The file is a JSON object: the English text, and its Welsh, or the five Welsh forms of a counted text
(0, 1, 2 to 5, 6, more). A key may be "context|text" where one text needs two translations.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

from app.ui.count import MARKED

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
TS = FOLDER / "greenlight_cy.ts"
QM = FOLDER / "greenlight_cy.qm"
COUNTED = ROOT / "app" / "ui" / "count.py"
OPTIONS = [
    "-no-obsolete",
    "-locations",
    "none",
    "-target-language",
    "cy_GB",
    "-source-language",
    "en_GB",
    "-silent",
]
FORMS = 5
"""Qt's forms for Welsh: 0, 1, 2 to 5, 6, and all others."""


def tool(name: str) -> str:
    """A command of PySide, beside this Python."""
    return str(Path(sys.executable).parent / name)


def sources() -> list[str]:
    """Every file in which a text of the window may stand, but for the counted ones."""
    files = (ROOT / "app").rglob("*.py")
    return sorted(str(path.relative_to(ROOT)) for path in files if path != COUNTED)


def find_texts(ts: Path) -> None:
    """Bring a translation file up to date with the source: new texts in, vanished ones out."""
    with tempfile.TemporaryDirectory() as scratch:
        counted = Path(scratch) / "counted.py"
        counted.write_text(as_counted(MARKED), "utf-8")
        subprocess.run(
            [tool("pyside6-lupdate"), *sources(), str(counted), "-ts", str(ts), *OPTIONS],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )


def as_counted(texts: Iterable[str]) -> str:
    """The counted texts in the only form in which Qt's tool sees in Python that they have several forms."""
    return "".join(f'QCoreApplication.translate("count", {text!r}, "", 0)\n' for text in texts)


def compile_texts(ts: Path, qm: Path) -> None:
    """Write the compiled file that the window loads."""
    command = [tool("pyside6-lrelease"), str(ts), "-qm", str(qm), "-silent", "-nounfinished"]
    subprocess.run(command, check=True, capture_output=True)


def read(ts: Path) -> ET.Element:
    return ET.fromstring(ts.read_bytes())  # noqa: S314 - our own file


def messages(root: ET.Element) -> list[tuple[str, ET.Element]]:
    """Every text with its context."""
    found: list[tuple[str, ET.Element]] = []
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        found += [(name, message) for message in context.iter("message")]
    return found


def is_plural(message: ET.Element) -> bool:
    return message.get("numerus") == "yes" or "%n" in (message.findtext("source") or "")


def is_done(message: ET.Element) -> bool:
    """Whether it has its Welsh, in every form."""
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return False
    if is_plural(message):
        forms = [form.text or "" for form in translation.iter("numerusform")]
        return len(forms) == FORMS and all(forms)
    return bool(translation.text)


def missing(ts: Path) -> dict[str, object]:
    """The texts without Welsh, each with an empty place for it."""
    found: dict[str, object] = {}
    for _, message in messages(read(ts)):
        if not is_done(message):
            found[message.findtext("source") or ""] = [""] * FORMS if is_plural(message) else ""
    return found


def fill(ts: Path, welsh: dict[str, str | list[str]]) -> int:
    """Take over Welsh; how many texts got theirs."""
    root = read(ts)
    filled = 0
    for context, message in messages(root):
        source = message.findtext("source") or ""
        words = welsh.get(f"{context}|{source}", welsh.get(source))
        if not words:
            continue
        translation = message.find("translation")
        if translation is None:
            translation = ET.SubElement(message, "translation")
        translation.clear()
        if is_plural(message):
            message.set("numerus", "yes")
            forms = words if isinstance(words, list) else [words] * FORMS
            for form in forms:
                ET.SubElement(translation, "numerusform").text = form
        else:
            assert isinstance(words, str), source
            translation.text = words
        filled += 1
    ET.indent(root, "    ")
    ts.write_bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
    return filled


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--missing", type=Path)
    parser.add_argument("--fill", type=Path, action="append", default=[])
    chosen = parser.parse_args(arguments)
    FOLDER.mkdir(exist_ok=True)
    find_texts(TS)
    for file in chosen.fill:
        print(f"{fill(TS, json.loads(file.read_text('utf-8')))} texts filled from {file.name}")
    if chosen.fill:
        find_texts(TS)  # in the tool's own form again, so that the next change is a small one
    compile_texts(TS, QM)
    left = missing(TS)
    if chosen.missing is not None:
        chosen.missing.write_text(json.dumps(left, ensure_ascii=False, indent=1), "utf-8")
    for text in left:
        print(f"no Welsh: {text}")
    print(f"{len(messages(read(TS)))} texts, {len(left)} without Welsh")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
