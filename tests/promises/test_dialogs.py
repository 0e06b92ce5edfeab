"""What is chosen in a dialog is remembered by no file: its folder may bear a child's name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clear_text import found_below

CHILD = "Canaryella Featherstone"
ROOT = Path(__file__).resolve().parents[2]

CHOOSE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from app.ui.application import make_application
picture = sys.argv[1]
application = make_application() if sys.argv[2] == "ours" else QApplication([])
dialog = QFileDialog(None, "", str(Path(picture).parent))
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
def choose():
    dialog.findChild(QLineEdit).setText(picture)
    dialog.accept()
QTimer.singleShot(0, choose)
print(dialog.exec(), dialog.selectedFiles() == [picture])
"""


def home_after_choosing(tmp_path: Path, application: str) -> Path:
    """The home of an account that chose one picture in Qt's own dialog."""
    picture, home = tmp_path / CHILD / "a.jpg", tmp_path / "home"
    picture.parent.mkdir()
    picture.touch()
    home.mkdir()
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(home),
        "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home), "TMPDIR": str(home),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", CHOOSE, str(picture), application],
        env=environment, capture_output=True, check=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.split() == ["1", "True"]
    return home


def test_promise_33_a_folder_chosen_in_a_dialog_stands_in_no_file(tmp_path: Path) -> None:
    assert found_below(home_after_choosing(tmp_path, "ours"), [CHILD]) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt keeps its notes in the system's own place")
def test_qt_by_itself_would_have_written_it_down(tmp_path: Path) -> None:
    assert found_below(home_after_choosing(tmp_path, "plain"), [CHILD])
