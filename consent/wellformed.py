"""Refuses records that contradict themselves, whichever store and whichever door they come through."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable

from consent.accounts import SYSTEM, Account, AccountId
from consent.delegations import LONGEST, Delegation
from consent.destinations import LOCAL, DestinationKind, DestinationRecord
from consent.errors import Code, ConsentError
from consent.incidents import Incident
from consent.notices import Notice
from consent.pasts import Merge
from consent.people import Person, PersonId
from consent.permissions import Giver, Kind, Permission
from consent.platforms import Platform
from consent.policy import LARGEST_COVERED_FACE, LARGEST_GROUP, LONGEST_KEPT, LONGEST_SPELL, Policy
from consent.publications import PhotoRecord
from consent.requests import Request
from consent.scans import LARGEST_SCAN, Scan, media_of
from consent.sightings import Certainty
from consent.spelling import plain
from consent.standing import biometric_allowed
from consent.templates import StoredTemplate

_FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
_SAFE_WEB = re.compile(
    r"https://[^\s/?#]+(?:[/?#]\S*)?|http://(?:127\.0\.0\.1|\[::1\]|localhost)(?::\d{1,5})?(?:/\S*)?"
)
_WINDOWS_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)\d")
"""Names that Windows keeps for itself; a platform's id becomes a folder."""


def check_person(person: Person) -> None:
    """ConsentError(INVALID) without id or name, or with two carers of one id."""
    carers = [carer.id for carer in person.carers]
    _require(person.id, "person without id")
    _require(person.legal_name.strip(), "person without name")
    words = [person.id, person.legal_name, person.known_as, person.school_id, person.class_name, person.year]
    words.append(person.upn)
    _require(all(map(_is_text, words)), "person's text")
    _require(all(_is_text(carer.id + carer.name + carer.relation) for carer in person.carers), "carers' text")
    _require(all(carers) and len(set(carers)) == len(carers), "carers' ids")


def check_permission(permission: Permission, person: Person) -> None:
    """ConsentError(INVALID) where the record does not say who agreed to what, or never begins.

    Only a biometric permission goes without a platform. A carer must be one of the person's.
    """
    biometric = permission.kind is Kind.BIOMETRIC
    _require(biometric == (permission.platform is None), "platform and kind")
    match permission.giver:
        case Giver.SELF:
            _require(not permission.carer, "giver and carer")
        case Giver.CARER:
            _require(any(carer.id == permission.carer for carer in person.carers), "carer not on record")
    if permission.valid_until is not None:
        begins = permission.given_on if permission.valid_from is None else permission.valid_from
        _require(permission.valid_until >= begins, "ends before it begins")


def check_template(
    template: StoredTemplate,
    person: Person,
    *,
    permissions: Iterable[Permission],
    notices: Iterable[Notice],
    policy: Policy,
) -> None:
    """ConsentError where no template may be kept: MATCHING_OFF, NO_BIOMETRIC_CONSENT, INVALID."""
    if not policy.matching:
        raise ConsentError(Code.MATCHING_OFF)
    if not biometric_allowed(person, permissions, notices, today=template.enrolled_on):
        raise ConsentError(Code.NO_BIOMETRIC_CONSENT, person.id)
    _require(template.numbers and all(map(math.isfinite, template.numbers)), "template's numbers")


def check_notice(notice: Notice, person: Person) -> None:
    """ConsentError(INVALID) where the notice is to no carer of the person."""
    _require(any(carer.id == notice.carer for carer in person.carers), "carer not on record")
    _require(_is_text(notice.form), "notice's form")


def check_request(request: Request) -> None:
    """ConsentError(INVALID) where it was answered before it came."""
    _require(request.answered_on is None or request.received_on <= request.answered_on, "request's days")


def check_scan(scan: Scan, content: bytes) -> None:
    """ConsentError(INVALID) where the bytes are not what the record says of them, or are no scan."""
    _require(len(content) == scan.size <= LARGEST_SCAN, "scan's size")
    _require(hashlib.sha256(content).hexdigest() == scan.sha256, "scan's hash")
    _require(media_of(content) is scan.media, "scan's kind")
    _require(_is_text(scan.form), "scan's form")


def check_merge(merge: Merge, in_force: Iterable[Merge]) -> None:
    """ConsentError(INVALID) where either record has become part of another already, or both are one."""
    gone = {one.gone for one in in_force}
    _require(merge.kept != merge.gone, "one record")
    _require(not gone & {merge.kept, merge.gone}, "merged already")


MOST_OWN_WORDS, LONGEST_WORD = 1000, 40
"""A school's own words for captions, and the letters of one."""

LARGEST_FACE_PICTURE = 64 * 1024
"""Bytes: a face of 160 pixels takes about 6,000."""


def check_face_picture(picture: bytes, person: PersonId, *, enrolled: bool, policy: Policy) -> None:
    """ConsentError where no picture may be kept: NO_BIOMETRIC_CONSENT without a template beside it, INVALID."""
    if not enrolled:
        raise ConsentError(Code.NO_BIOMETRIC_CONSENT, person)
    _require(policy.face_pictures, "face pictures are not kept")
    _require(0 < len(picture) <= LARGEST_FACE_PICTURE, "face picture's size")


LONGEST_SIDE = 65_535
"""Pixels; a JPEG can be no larger (ISO/IEC 10918-1)."""

OLDEST, MOST_APPROVERS = 120, 20
"""Years of age, and people who say "go live"."""


def check_platform(platform: Platform) -> None:
    """ConsentError(INVALID) where the id cannot be a folder or a number is out of range."""
    _require(_FOLDER_NAME.fullmatch(platform.id), "platform id")
    _require(not _WINDOWS_DEVICE.fullmatch(platform.id), "platform id")
    _require(1 <= platform.quality <= 100, "quality")
    _require(
        0 <= platform.longest_side <= LONGEST_SIDE and 0 <= platform.minimum_age <= OLDEST, "size or age"
    )
    _require(1 <= platform.approvers_needed <= MOST_APPROVERS, "approvers")


def check_destination(destination: DestinationRecord) -> None:
    """ConsentError(INVALID) where it lacks what its kind needs, or a web address is not encrypted."""
    _require(_FOLDER_NAME.fullmatch(destination.id), "destination id")
    _require(destination.name.strip(), "destination without name")
    words = (destination.name, destination.address, destination.folder, destination.user, destination.pinned)
    _require(all(map(_is_text, words)), "destination's text")
    if destination.kind in LOCAL:
        _require(destination.folder, "folder")
        return
    _require(destination.address, "address")
    # a web address with the password in it would be kept, and shown, in clear
    _require("@" not in destination.address, "user name in the address")
    match destination.kind:
        case DestinationKind.WEBDAV | DestinationKind.WORDPRESS | DestinationKind.S3:
            _require(_is_safe_web(destination.address), "not https")
        case DestinationKind.SFTP:
            _require(destination.pinned.startswith("SHA256:"), "host key not pinned")
        case _:
            pass
    if destination.kind in {DestinationKind.SMB, DestinationKind.S3}:
        _require(destination.folder.strip("/"), "share or bucket")


def check_delegation(delegation: Delegation) -> None:
    """ConsentError(INVALID) where it ends before it begins, lasts too long or is to oneself."""
    _require(delegation.by != delegation.to, "to oneself")
    _require(delegation.starts <= delegation.ends, "ends before it begins")
    _require((delegation.ends - delegation.starts).days < LONGEST, "too long")


def check_incident(incident: Incident) -> None:
    """ConsentError(INVALID) without an id, without saying what happened, or with a moment without a zone."""
    _require(incident.id and incident.what.strip(), "incident without words")
    _require(all(map(_is_text, (incident.what, incident.not_reported, incident.measures))), "incident's text")
    moments = (
        incident.noticed_at, incident.taken_down_at, incident.families_told_at, incident.reported_at,
        incident.closed_at,
    )  # fmt: skip
    _require(all(one is None or one.tzinfo is not None for one in moments), "moment without a zone")


def check_policy(policy: Policy) -> None:
    """ConsentError(INVALID) where a choice would undo a rule."""
    _require(2 <= policy.group_size <= LARGEST_GROUP, "group size")
    _require(1 <= policy.approval_days <= LONGEST_SPELL, "approval")
    _require(0 <= policy.smallest_face <= LARGEST_COVERED_FACE, "smallest face")
    two = policy.delete_own_originals
    _require(len(two) == len(set(two)) in {0, 2}, "two people for the originals")
    kept = (policy.retention_days, policy.leavers_days)
    _require(all(1 <= days <= LONGEST_KEPT for days in kept), "retention")
    _require(1 <= policy.notice_days <= LONGEST_SPELL, "notice")
    distance = policy.auto_confirm_distance
    _require(distance is None or 0 <= distance < 1, "distance")
    own = (*policy.words_refused, *policy.words_advised, *policy.words_allowed)
    _require(len(own) == len(set(own)) <= MOST_OWN_WORDS, "a word that stands twice")
    _require(
        all(0 < len(word) <= LONGEST_WORD and plain(word) == word for word in own), "a word as it is compared"
    )


def check_account(account: Account) -> None:
    """ConsentError(INVALID) without id, name or role, or with the id under which the log knows the program."""
    _require(account.id and account.user_name.strip() and account.full_name.strip(), "account")
    _require(account.roles, "account without role")
    _require(account.id != SYSTEM, "account of the program")


def check_photo(photo: PhotoRecord) -> None:
    """ConsentError(INVALID) where sightings share a name or contradict themselves."""
    regions = [sighting.region for sighting in photo.sightings]
    _require(len(set(regions)) == len(regions), "regions")
    for sighting in photo.sightings:
        numbers = (sighting.score, *sighting.distances, *(n for point in sighting.outline for n in point))
        _require(all(map(math.isfinite, numbers)), "numbers")
        _require(sighting.certainty is not Certainty.CONFIRMED or len(sighting.people) == 1, "confirmed")


def check_two_people(by: tuple[AccountId, AccountId], accounts: Iterable[Account]) -> None:
    """ConsentError where a mark is not set or lifted by two different, active members of staff."""
    if by[0] == by[1]:
        raise ConsentError(Code.SAME_PERSON)
    active = {account.id for account in accounts if not account.disabled}
    for one in by:
        if one not in active:
            raise ConsentError(Code.UNKNOWN_ACCOUNT, one)


def _is_safe_web(address: str) -> bool:
    """Encrypted on the way, or not leaving this computer at all."""
    return _SAFE_WEB.fullmatch(address) is not None


def _is_text(words: str) -> bool:
    """Whether this can be written down at all: no half of a surrogate pair, no end-of-text sign."""
    return "\x00" not in words and not any("\ud800" <= letter <= "\udfff" for letter in words)


def _require(holds: object, what: str) -> None:
    if not holds:
        raise ConsentError(Code.INVALID, what)
