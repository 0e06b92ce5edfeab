"""Papers for parents, in English or Welsh: the photo consent form, and the notice and consent about faces."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from pydantic import TypeAdapter

from app.reports.markup import bullets, document, heading, paragraph, table
from app.services import Services
from consent.accounts import Act
from consent.permissions import Kind
from consent.platforms import Platform
from consent.policy import Policy

BOX = "☐"


class Tongue(StrEnum):
    """The languages of the papers."""

    ENGLISH = "en"
    WELSH = "cy"


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one language; `{school}` and `{version}` are filled in."""

    photo_title: str
    photo_opening: tuple[str, ...]
    photo_kinds: dict[str, str]
    platform: str
    yes: str
    no: str
    open_platform: str
    closed_platform: str
    rights: tuple[str, ...]
    biometric_title: str
    biometric_opening: tuple[str, ...]
    biometric_points: tuple[str, ...]
    biometric_consent: str
    biometric_agree: str
    biometric_object: str
    child: str
    signature: tuple[str, ...]
    version: str


_WORDING = TypeAdapter(Wording)
_KINDS = (Kind.PHOTO, Kind.GROUP, Kind.NAME, Kind.VIDEO)


def photo_form(services: Services, tongue: Tongue) -> str:
    """The consent form as HTML: one line for each platform, one box for each kind. Raises ConsentError(NOT_ALLOWED)."""
    services.require(Act.LOOK)
    words, policy = wording(tongue), services.store.register.policy()
    platforms = [one for one in services.store.register.platforms() if not one.is_retired]
    kinds = [words.photo_kinds[kind.value] for kind in _KINDS]
    return document(
        _filled(words.photo_title, policy),
        *(paragraph(_filled(sentence, policy)) for sentence in words.photo_opening),
        _child(words),
        table((words.platform, *kinds), [_line(platform, words) for platform in platforms]),
        bullets(_filled(sentence, policy) for sentence in words.rights),
        _signature(words),
        paragraph(_filled(words.version, policy)),
    )


def biometric_notice(services: Services, tongue: Tongue) -> str:
    """The notice to each parent and the consent form about comparing faces, as HTML (sections 26 and 27)."""
    services.require(Act.LOOK)
    words, policy = wording(tongue), services.store.register.policy()
    return document(
        _filled(words.biometric_title, policy),
        *(paragraph(_filled(sentence, policy)) for sentence in words.biometric_opening),
        bullets(_filled(sentence, policy) for sentence in words.biometric_points),
        heading(_filled(words.biometric_consent, policy)),
        _child(words),
        paragraph(f"{BOX} {words.biometric_agree}"),
        paragraph(f"{BOX} {words.biometric_object}"),
        _signature(words),
        paragraph(_filled(words.version, policy)),
    )


@lru_cache(maxsize=2)
def wording(tongue: Tongue) -> Wording:
    """The sentences of one language, from `resources/notices`."""
    text = files("resources").joinpath("notices", f"{tongue.value}.toml").read_text(encoding="utf-8")
    return _WORDING.validate_python(tomllib.loads(text))


def _line(platform: Platform, words: Wording) -> tuple[str, ...]:
    """A platform's row; a box stands only where the platform knows that kind at all."""
    reach = words.open_platform if platform.account.open_to_all else words.closed_platform
    asked = {
        Kind.PHOTO: not platform.group_only,
        Kind.GROUP: True,
        Kind.NAME: platform.names_allowed,
        Kind.VIDEO: True,
    }
    boxes = (f"{BOX} {words.yes}  {BOX} {words.no}" if asked[kind] else "–" for kind in _KINDS)
    return (f"{platform.name} ({reach})", *boxes)


def _child(words: Wording) -> str:
    return paragraph(f"{words.child}: ____________________________________________")


def _signature(words: Wording) -> str:
    return table(words.signature, [tuple("" for _ in words.signature)] * 2)


def _filled(sentence: str, policy: Policy) -> str:
    return sentence.replace("{school}", policy.school or "____________").replace("{version}", policy.version)
