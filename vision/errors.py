"""Why a photo or a file could not be used, as codes that a page can put into words."""

from enum import StrEnum


class Code(StrEnum):
    """Reasons for refusing a photo; each is printed as it stands in `error.code`."""

    EMPTY = "EMPTY"  # no bytes at all
    NOT_A_PHOTO = "NOT_A_PHOTO"  # no known picture format
    UNSUPPORTED = "UNSUPPORTED"  # a picture, but of a kind that is not read here
    TRUNCATED = "TRUNCATED"  # the file ends before the picture does
    BROKEN = "BROKEN"  # the file contradicts itself
    TOO_LARGE = "TOO_LARGE"  # more pixels or bytes than can be read safely
    TOO_SMALL = "TOO_SMALL"  # fewer pixels than could be published
    UNREADABLE = "UNREADABLE"  # the file could not be opened at all
    TOO_SLOW = "TOO_SLOW"  # reading it took longer than allowed
    CRASHED = "CRASHED"  # the vision process ended while it held this photo
    OUT_OF_MEMORY = "OUT_OF_MEMORY"
    MODEL_MISSING = "MODEL_MISSING"  # a finder's model file is absent or altered


class VisionError(Exception):
    """The root of everything that this package raises on purpose.

    `detail` is for the technical log of a developer: it never holds a path, a name or text from a photo.
    """

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(f"{code.value}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail


class PhotoRefusedError(VisionError):
    """This photo cannot be used; others can."""


class ModelError(VisionError):
    """A finder cannot work at all."""
