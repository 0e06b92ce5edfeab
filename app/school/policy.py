"""Policy: the school's rules and their version; two people agree before one that protects is loosened."""

from __future__ import annotations

from dataclasses import replace

from app.school.agree import require_agreement
from app.services import Services
from consent.accounts import Act
from consent.agreement import Agreement
from consent.errors import Code, ConsentError
from consent.governing import acts_needed, changed_fields, check_version, to_agree
from consent.people import PersonId
from consent.policy import Policy

LARGEST_CREST = 10 * 1024 * 1024  # bytes; a crest of 4,000 pixels as PNG has three million


def policy(services: Services) -> Policy:
    """What is in force; anyone who may look may read it."""
    services.require(Act.LOOK)
    return services.store.register.policy()


def change(services: Services, after: Policy, *, agreed: Agreement | None = None) -> Policy:
    """Put a changed policy into force; the ones before it stay on record.

    Raises ConsentError: NOT_ALLOWED where a field belongs to another role, TWO_PEOPLE_NEEDED where the change
    lifts a protection and no second person agreed (`app.school.agree` with the act that `consent.governing.to_agree`
    names), DUPLICATE for a version that was used before, INVALID.
    """
    register = services.store.register
    before = register.policy()
    changed = changed_fields(before, after)
    for act in sorted(acts_needed(before, after) or {Act.LOOK}):
        services.require(act)
    if not changed:
        return before
    check_version(tuple(register.policies()), after)
    _check_assessment(services, after)
    require_agreement(services, agreed, to_agree(before, after))
    if after.delete_own_originals != before.delete_own_originals and agreed is not None:
        after = replace(after, delete_own_originals=agreed.by if after.delete_own_originals else ())
    with services.store.transaction():
        register.put_policy(after)
        services.note("policy.changed", detail=" ".join(sorted(changed)))
        if before.matching and not after.matching:
            _destroy_templates(services)
    return after


def crest_of(services: Services, untrusted: bytes) -> bytes:
    """A picture of the crest, looked at in the walled process; the same bytes.

    Raises ConsentError(INVALID) for a file that is too large, PhotoRefusedError for one that is no picture.
    """
    services.require(Act.ADMINISTER)
    if len(untrusted) > LARGEST_CREST:
        raise ConsentError(Code.INVALID, "crest too large")
    services.preview.preview(untrusted, 256)
    return untrusted


def _check_assessment(services: Services, after: Policy) -> None:
    """Both or neither, and of a day that has been: matching hangs on it."""
    named, day = bool(after.impact_assessment.strip()), after.impact_assessed_on
    if named != (day is not None):
        raise ConsentError(Code.INVALID, "impact assessment: reference and date")
    if day is not None and day > services.today():
        raise ConsentError(Code.INVALID, "impact assessment: a day to come")


def _destroy_templates(services: Services) -> None:
    """Matching was switched off: what it needed is not kept."""
    register = services.store.register
    for person in sorted({template.person for template in register.templates()}):
        count = register.destroy_templates(PersonId(person))
        services.note("templates.destroyed", person, f"templates={count}")
