"""Words that must never lie anywhere in clear, and the search for them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from consent.accounts import AccountId
from consent.pasts import Happened, PersonChange
from consent.people import Carer, PersonId
from consent.permissions import Kind
from consent.policy import Policy
from consent.publications import PhotoId
from consent.scans import Media, Scan, ScanId
from consent.store import EncryptedStore
from consent.templates import StoredTemplate
from tests.clear_text import found_below
from tests.factories import (
    NOW,
    TODAY,
    a_batch,
    a_permission,
    a_person,
    a_photo,
    a_platform,
    a_sighting,
    an_account,
    tell_parents,
)

NAMES = ["Canaryella Featherstone", "Zoë-Canária Ólafsdóttir", "canary.user.name", "Canaryford High School"]
SECRETS = ["canary pass phrase", "canary-file-name.jpg", "canary read text"]
CANARIES = [*NAMES, *SECRETS, "canary crest", "canary photo key"]


def fill(store: EncryptedStore) -> StoredTemplate:
    """Write every canary, a template and a photo key."""
    user = replace(an_account("a2"), user_name=NAMES[2], full_name=NAMES[0])
    store.accounts.add_account(user, SECRETS[0])
    store.register.put_policy(
        Policy(
            school=NAMES[3], impact_assessment="DPIA", impact_assessed_on=TODAY, crests=(b"canary crest" * 9,)
        )
    )
    store.register.put_platform(a_platform())
    store.register.put_person(a_person(name=NAMES[0], carers=(Carer("c1", NAMES[1], "mother"),)))
    store.register.record_permission(a_permission(kind=Kind.BIOMETRIC))
    template = StoredTemplate("t1", PersonId("p1"), tuple(0.1 + n / 7 for n in range(128)), TODAY)
    tell_parents(store.register)
    register, content = store.register, b"%PDF-" + SECRETS[1].encode()
    digest = hashlib.sha256(content).hexdigest()
    scan = Scan(ScanId("s1"), PersonId("p1"), NAMES[3], TODAY, Media.PDF, len(content), digest, "a1")
    register.put_scan(scan, content)
    register.note_change(
        PersonChange(PersonId("p1"), Happened.ADDED, NOW, "a1", register.person(PersonId("p1")))
    )
    by = (AccountId("a1"), AccountId("a2"))
    register.mark_never_publish(PersonId("p1"), by, reason=SECRETS[2])
    register.put_roll_mapping("pupils", NAMES[3])
    store.register.put_template(template)
    store.keys.put_key(PhotoId("f1"), b"canary photo key" * 2)
    store.ledger.put_batch(replace(a_batch(), title=NAMES[3]))
    store.ledger.add_photo(replace(a_photo(), file_name=SECRETS[1], sightings=(a_sighting(text=SECRETS[2]),)))
    return template


def in_clear(folder: Path) -> list[tuple[str, bytes]]:
    """Each file below the folder that holds a canary, in whatever form."""
    return found_below(folder, CANARIES)
