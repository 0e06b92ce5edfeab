"""The impact assessment pack: what is stored, why, how long, who may see it, and which measures protect it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from app.people.overview import register_facts
from app.reports.markup import bullets, document, heading, paragraph, table
from app.services import Services
from consent.accounts import Account, AccountId, Act
from consent.audit import Event
from consent.destinations import DestinationRecord
from consent.permissions import Kind
from consent.platforms import Platform
from consent.policy import NeverPublishRule, Policy


@dataclass(frozen=True, slots=True)
class ImpactReport:
    """Everything the pack is filled from, as it stands on the day: numbers, settings and the names of staff."""

    made_at: datetime
    made_by: AccountId
    policy: Policy
    people: dict[str, int]
    consented: int
    templates: int
    photos_here: int
    posts: int
    platforms: tuple[Platform, ...]
    destinations: tuple[DestinationRecord, ...]
    staff: tuple[Account, ...]


def impact(services: Services) -> ImpactReport:
    """What the pack says today; that it was made is logged. Raises ConsentError(NOT_ALLOWED)."""
    services.require(Act.KEEP_REGISTER)
    store, now = services.store, services.clock()
    facts = register_facts(services)
    consented = [
        one
        for one in facts.people
        if (found := facts.explain(one.id, None, Kind.BIOMETRIC)) and found.standing.allowed
    ]
    store.audit.append(Event("report.impact", services.account.id, now))
    return ImpactReport(
        now,
        services.account.id,
        store.register.policy(),
        people=dict(Counter(person.kind.value for person in facts.people)),
        consented=len(consented),
        templates=len({template.person for template in store.register.templates()}),
        photos_here=len(services.vault.kept()),
        posts=len(store.ledger.publications()),
        platforms=tuple(store.register.platforms()),
        destinations=tuple(store.outbox.destinations()),
        staff=tuple(account for account in store.accounts.accounts() if not account.disabled),
    )


def impact_document(report: ImpactReport) -> str:
    """The pack as HTML: a draft that the data protection lead completes, decides on and signs."""
    policy = report.policy
    return document(
        f"Data protection impact assessment: photos of {policy.school or 'the school'}",
        paragraph(
            f"Filled by Greenlight on {report.made_at:%d %B %Y} from the settings in force. What only people "
            "can say is left open below, for the data protection lead to complete."
        ),
        heading("1. What is done, and why"),
        paragraph(
            "Staff bring in photos from approved devices. On the school's own computer, faces, legible names, "
            "codes and the school's uniform are found; people are named by staff; for each platform the "
            "permissions on record decide who may be seen, and whoever has none is covered. A second person "
            "says go live. A covered copy without metadata is checked again and published; the photos are "
            "then deleted here."
        ),
        heading("2. What is stored"),
        _stored(report),
        heading("3. Comparing faces (special category data)"),
        _comparing(report),
        heading("4. Where copies go"),
        _places(report),
        heading("5. Who may do what"),
        table(
            ("Name", "Roles", "Trained", "Policy read"),
            [
                (
                    one.full_name,
                    ", ".join(sorted(role.value for role in one.roles)),
                    one.trained_on.strftime("%d %B %Y") if one.trained_on else "not yet",
                    one.policy_read or "not yet",
                )
                for one in report.staff
            ],
        ),
        heading("6. Risks, and the measures in force"),
        _measures(policy),
        heading("7. To be completed by the school"),
        table(
            ("Question", "Answer"),
            [
                ("Lawful basis for each purpose", ""),
                ("Who was consulted (parents, pupils, staff, governors), and what they said", ""),
                ("Risks that remain, and whether they are accepted", ""),
                ("Advice of the data protection officer", ""),
                ("Decision, name, date and signature", ""),
            ],
        ),
        paragraph(
            f"Assessment on record: {policy.impact_assessment or 'none yet: comparing faces stays off'}"
            + (f", {policy.impact_assessed_on:%d %B %Y}." if policy.impact_assessed_on else "."),
            f"Policy version {policy.version}, owned by {policy.owner or 'no one yet'}, next review "
            + (f"{policy.next_review:%d %B %Y}." if policy.next_review else "not set."),
        ),
    )


def _stored(report: ImpactReport) -> str:
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(report.people.items())) or "no one yet"
    days = f"{report.policy.retention_days} days at the most, or until they are published"
    return table(
        ("What", "Why", "How long", "How much today"),
        [
            (
                "Names, classes, carers",
                "to know who may be shown",
                f"while on roll, then {report.policy.leavers_days} days, or as long as a post shows them",
                kinds,
            ),
            (
                "Permissions with who gave them",
                "to prove them",
                "with the person",
                "every answer, never changed",
            ),
            ("Photos", "to prepare copies", days, f"{report.photos_here} photos"),
            (
                "Register of posts",
                "to take down and to answer requests",
                "as the school decides",
                f"{report.posts} posts",
            ),
            ("Log of acts", "accountability", "for good; ids and codes only", "no names, no pictures"),
        ],
    )


def _comparing(report: ImpactReport) -> str:
    if not report.policy.matching:
        return paragraph(
            "Switched off. No face template is computed at all; staff name people by hand, and the whole work "
            "can be done so."
        )
    return paragraph(
        f"Switched on under the assessment {report.policy.impact_assessment}.",
        f"{report.consented} people have a biometric consent in force, {report.templates} have a template "
        "(128 numbers, not a picture). Under the Protection of Freedoms Act 2012, sections 26 and 27, each "
        "parent is told, one agrees in writing, none objects, and the child does not. A withdrawal destroys "
        "the template at once. A comparison only suggests: a person confirms each face.",
    )


def _places(report: ImpactReport) -> str:
    names = {record.id: f"{record.name} ({record.kind.value})" for record in report.destinations}
    return table(
        ("Platform", "Official account", "Sent to", "Names", "Uniform", "Approvers"),
        [
            (
                platform.name,
                platform.account.address or "none on record",
                names.get(platform.destination, "a folder chosen each time"),  # type: ignore[call-overload]
                "by permission" if platform.names_allowed else "never",
                platform.uniform.value.replace("_", " "),
                str(platform.approvers_needed),
            )
            for platform in report.platforms
        ],
    )


def _measures(policy: Policy) -> str:
    never = "keeps the photo off every platform"
    if policy.never_publish is NeverPublishRule.COVER:
        never = "has the person covered everywhere"
    return bullets(
        [
            "Hidden unless allowed: no record, blank, expired, withdrawn, contradictory or unsure means covered.",
            f'A mark "never publish" {never}; its reason is told to no one but those who may set it.',
            "What is hidden is gone: the published file does not depend on the pixels beneath a cover.",
            f"No one publishes alone: a yes is bound to bytes, words and people, and holds {policy.approval_days} days.",
            "Everything stays on this computer before upload; the register is an encrypted database.",
            "Each photo lies under a key of its own, and is opened in a process without files, network or keys.",
            f"Photos are deleted once their copies are proven elsewhere, or after {policy.retention_days} days at last.",
            "Every act is in a log whose entries seal each other; whoever alters one is found.",
        ]
    )
