"""An afternoon of 24 photos: pupils who agreed to be matched, one refused, a stranger, a name on a certificate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from consent.devices import Device, DeviceId, Standing
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.ports import Store
from consent.templates import StoredTemplate
from tests.factories import TODAY, a_carer, a_permission, a_person, tell_parents
from vision.boxes import Box, Quad
from vision.findings import Analysis, FaceFinding, Template, TextFinding, TextKind

PHOTOS = 24
PUPILS = 12
FACES = 4
"""In each photo, so that everyone is seen eight times."""

STRANGER_IN = frozenset(range(5, PHOTOS, 6))
CERTIFICATE_IN = frozenset(range(3, PHOTOS, 8))
REFUSED = "p3"


def template_of(pupil: int, *, away: float = 0.0) -> Template:
    """Numbers that lie `away` from this pupil's own, and far from everyone else's."""
    return tuple(0.8 if n == pupil else away if n == 64 + pupil else 0.0 for n in range(128))


def enrol(store: Store) -> None:
    """Twelve pupils: all may be matched, all but one may be shown on the website, none anywhere else."""
    policy = store.register.policy()
    store.register.put_policy(
        replace(policy, impact_assessment="DPIA 7", impact_assessed_on=date(2026, 9, 1))
    )
    for number in range(PUPILS):
        person = f"p{number}"
        store.register.put_person(
            a_person(person, name=f"Pupil {chr(65 + number)} Test", carers=(a_carer(),))
        )
        tell_parents(store.register, person)
        answer = Answer.REFUSED if person == REFUSED else Answer.GRANTED
        store.register.record_permission(a_permission(person, Kind.PHOTO, answer=answer))
        store.register.record_permission(a_permission(person, Kind.BIOMETRIC))
        store.register.put_template(
            StoredTemplate(f"t{number}", PersonId(person), template_of(number), TODAY)
        )


def card_with(folder: Path, store: Store) -> dict[bytes, Analysis]:
    """An approved card with the photos in `folder`, and what is to be found in each of them."""
    folder.mkdir()
    found: dict[bytes, Analysis] = {}
    for number in range(PHOTOS):
        content = f"photo {number:02d}".encode()
        (folder / f"{number:02d}.jpg").write_bytes(content)
        found[content] = seen_in(number)
    store.register.put_device(Device(DeviceId("d1"), "Card", str(folder.resolve()), Standing.OWN))
    return found


def seen_in(number: int) -> Analysis:
    """What is in the photo of this number."""
    pupils = [(number + 3 * place) % PUPILS for place in range(FACES)]
    templates = [template_of(pupil, away=0.35) for pupil in pupils]
    if number in STRANGER_IN:
        templates[0] = template_of((pupils[0] + 1) % PUPILS, away=0.56)
    faces = tuple(
        FaceFinding(Box(200 + 300 * place, 300, 300 + 300 * place, 420), 0.9, "test")
        for place in range(FACES)
    )
    texts = (_certificate(pupils[1]),) if number in CERTIFICATE_IN else ()
    return Analysis(1600, 1200, faces=faces, texts=texts, templates=tuple(templates))


def _certificate(pupil: int) -> TextFinding:
    corners = ((200.0, 800.0), (500.0, 800.0), (500.0, 860.0), (200.0, 860.0))
    name = f"Pupil {chr(65 + pupil)} Test"
    return TextFinding(Quad(corners), name, 0.9, TextKind.ROLL_NAME, (name,), "test")
