"""From a reference picture to a template: only with matching on, a live biometric consent, and one clear face."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from app.services import Services
from consent.accounts import Act
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.people import Person, PersonId
from consent.standing import biometric_allowed
from consent.templates import StoredTemplate
from vision.faces.quality import Quality
from vision.findings import Template

ENROLLED = "enrol"
"""What the log calls the making of a template; its detail is the template's id."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a reference picture gives: `template` where `quality` is GOOD. Nothing is kept yet.

    `picture` is the face itself as a small JPEG.
    """

    person: PersonId
    quality: Quality
    template: Template | None
    picture: bytes = b""


def look_at_reference(services: Services, person: PersonId, untrusted: bytes) -> Looked:
    """Judge a picture for enrolment. The consent is asked before the picture is even opened.

    Raises ConsentError: NOT_ALLOWED, UNKNOWN_PERSON, MATCHING_OFF, NO_BIOMETRIC_CONSENT; VisionError for a
    picture that cannot be read.
    """
    services.require(Act.KEEP_REGISTER)
    register = services.store.register
    known = register.person(person)
    if not register.policy().matching:
        raise ConsentError(Code.MATCHING_OFF)
    given, told = register.permissions([person]), register.notices([person])
    if not biometric_allowed(known, given, told, today=services.today()):
        raise ConsentError(Code.NO_BIOMETRIC_CONSENT)
    reference = services.vision.reference(untrusted)
    return Looked(person, reference.quality, reference.template, reference.picture)


def enrol(services: Services, looked: Looked) -> None:
    """Keep the template, and the face beside it where the school wants that (decision 10).

    The store asks for matching and consent once more.

    Raises ConsentError(INVALID) where the picture was not good enough.
    """
    services.require(Act.KEEP_REGISTER)
    if looked.template is None or looked.quality is not Quality.GOOD:
        raise ConsentError(Code.INVALID, looked.quality.value)
    now = services.judged_at()
    template = StoredTemplate(secrets.token_hex(8), looked.person, looked.template, enrolled_on=now.date())
    with services.store.transaction():
        services.store.register.put_template(template)
        if looked.picture and services.store.register.policy().face_pictures:
            services.store.register.put_face_picture(looked.person, looked.picture)
        services.store.audit.append(Event(ENROLLED, services.account.id, now, looked.person, template.id))


def named_person(services: Services, typed: str) -> Person:
    """The one person on the register whom `typed` means: an id, of old too, the school's number, UPN, or a whole name.

    Raises ConsentError: UNKNOWN_PERSON for no one, DUPLICATE where several bear the name.
    """
    people = services.store.register.people()
    exact = [
        person
        for person in people
        if typed and typed in {person.id, *person.once, person.school_id, person.upn}
    ]
    meant = exact or [
        person
        for person in people
        if typed and typed.casefold() in {person.legal_name.casefold(), person.known_as.casefold()}
    ]
    if not meant:
        raise ConsentError(Code.UNKNOWN_PERSON)
    if len(meant) > 1:
        raise ConsentError(Code.DUPLICATE)
    return meant[0]
