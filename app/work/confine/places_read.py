"""Which folders the vision process must still read: Python, the libraries, and what tells the processor's kind."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

_SYSTEM = (
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/libx32",
    "/usr/local/lib",
    "/lib",
    "/lib64",
    "/nix/store",
    "/etc/ld.so.cache",
    # how many processors there are and what they can do
    "/proc/self",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/stat",
    "/sys/devices/system",
    "/sys/fs/cgroup",
    "/dev/null",
    "/dev/urandom",
)


def places_read(own: tuple[Path, ...]) -> tuple[Path, ...]:
    """Every place that exists, once. None of them holds a photo, a key or a setting of this program."""
    python = {*(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib"))}
    # the interpreter's shared library lies beside its standard library, the virtual environment's settings above
    roots = {Path(sys.base_prefix, "lib"), Path(sys.prefix, "pyvenv.cfg"), *map(Path, python)}
    wanted = {*roots, *own, *map(Path, _SYSTEM)}
    return tuple(
        sorted(
            {place.resolve() if place != Path("/proc/self") else place for place in wanted if place.exists()}
        )
    )


_LIBRARIES = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/etc/ld.so.cache")
_TRAINED = ("/usr/share/tesseract-ocr", "/usr/share/tessdata", "/usr/local/share/tessdata")
_DEVICES = ("/proc/cpuinfo", "/sys/devices/system", "/dev/null", "/dev/urandom")
# the kernel starts these, and they start the program: without them nothing that uses shared libraries runs
_STARTERS = ("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1")


def places_read_by(program: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """What Tesseract must read (libraries and its trained files), and what must be startable for it."""
    readable = (*map(Path, (*_LIBRARIES, *_TRAINED, *_DEVICES)),)
    runnable = (program, *map(Path, _STARTERS))
    return (
        tuple(place.resolve() for place in readable if place.exists()),
        tuple(place.resolve() for place in runnable if place.exists()),
    )


CABLES = Path("/dev/bus/usb")
"""Where the system shows what is plugged in, to be spoken to."""

TOLD_OF_CABLES = (Path("/sys/bus"), Path("/sys/class"), Path("/sys/devices"), Path("/run/udev"))
"""Where the system tells what it is."""
