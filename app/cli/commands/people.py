"""People: added, changed, joined, found and explained from the command line."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_line, print_table, tell
from app.cli.register_words import carer_of, change_row, notice_row
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.people import joining, keeping, notices, overview, requests
from app.people.carers import change_carers
from app.people.enrol import named_person
from app.people.explaining import explained, in_english
from app.people.foreseeing import Foreseen, foresee_merge, foresee_split
from app.people.mappings import kept
from app.people.overview import Filter, Question
from app.school.keeping import leavers_overdue
from app.services import Services
from consent.accounts import Act
from consent.notices import Excuse
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Kind
from consent.platforms import PlatformId

_FIELDS = {
    "new_known_as": "known_as",
    "new_school_id": "school_id",
    "new_upn": "upn",
    "new_class": "class_name",
    "new_year": "year",
}


def people_add(given: Given) -> Status:
    """Put someone on the register; prints the id."""
    asked = vars(given)
    blank = Person(PersonId(""), PersonKind(asked["kind"]), asked["name"])
    with signed_in(given) as services:
        print_line(keeping.add(services, _as_typed(blank, asked)).id)
    return Status.WELL


def people_change(given: Given) -> Status:
    """Change what was named, and nothing else; carers that are named are added, or take on what was said of them."""
    asked = vars(given)
    with signed_in(given) as services:
        person = named_person(services, asked["person"])
        gone = {carer_of(person, typed) for typed in asked["without_carer"]}
        with services.store.transaction():
            if gone:
                person = change_carers(services, person, [one for one in person.carers if one.id not in gone])
            renamed = replace(person, legal_name=asked["name"] or person.legal_name)
            keeping.change(services, _as_typed(renamed, asked))
    return Status.WELL


def people_left(given: Given) -> Status:
    """Someone leaves."""
    on: date | None = given.on
    with signed_in(given) as services:
        today = services.today()
        keeping.leave(services, named_person(services, given.person).id, on or today)
    return Status.WELL


def people_back(given: Given) -> Status:
    """Someone is on roll again."""
    with signed_in(given) as services:
        keeping.come_back(services, named_person(services, given.person).id)
    tell("templates are made anew from reference pictures, where the consent still stands")
    return Status.WELL


def people_merge(given: Given) -> Status:
    """Two records are one person; prints the id that stays."""
    with signed_in(given) as services:
        kept, gone = named_person(services, given.kept), named_person(services, given.gone)
        if given.dry_run:
            _print_foreseen(foresee_merge(services, kept.id, gone.id))
        else:
            print_line(joining.merge(services, kept.id, gone.id).id)
    return Status.WELL


def people_split(given: Given) -> Status:
    """Two people again; names the posts that show either."""
    with signed_in(given) as services:
        if given.dry_run:
            _print_foreseen(foresee_split(services, PersonId(given.gone)))
            return Status.WELL
        parted = joining.split(services, PersonId(given.gone))
    rows = [(post.platform, post.file_name, f"{post.published_at:%d %B %Y}") for post in parted.posts]
    print_table("Posts that show either, to be looked at", ("platform", "file", "posted"), rows)
    return Status.WELL


def _print_foreseen(foreseen: Foreseen) -> None:
    """Where the records before and after differ in what may be shown."""
    counts = (*foreseen.before, *foreseen.after)
    times = ("before",) * len(foreseen.before) + ("after",) * len(foreseen.after)
    rows = []
    for platform, kind in counts[0].answers:
        answers = ["yes" if one.answers[platform, kind].allowed else "no" for one in counts]
        if len(set(answers)) > 1:
            rows.append((platform, kind.value, *answers))
    heads = (f"{one.person.id}, {time}" for one, time in zip(counts, times, strict=True))
    print_table("Nothing was done. What may be shown differs here", ("platform", "kind", *heads), rows)
    if foreseen.come_down:
        print_line(f"Posts that then must come down: {foreseen.come_down}")


def people_search(given: Given) -> Status:
    """Who is found, best first."""
    typed: Sequence[str] = given.typed
    with signed_in(given) as services:
        found = keeping.search(services, " ".join(typed))
        services.note("people.listed", detail=f"people={len(found)}")
    print_table("", ("id", "name", "kind", "class", "number"), [_found(one) for one in found])
    return Status.WELL


def people_explain(given: Given) -> Status:
    """One sentence for each platform and kind that was named, or for all."""
    asked = vars(given)
    platforms, kinds = set(asked["platform"]), {Kind(kind) for kind in asked["kind"]}
    with signed_in(given) as services:
        person = named_person(services, asked["person"])
        for platform in platforms:
            services.store.register.platform(PlatformId(platform))
        counts = overview.what_counts(services, person.id)
    rows = [
        (one.question.platform or "", one.question.kind.value, one.sentence)
        for one in counts
        if (not platforms or one.question.platform in platforms) and (not kinds or one.question.kind in kinds)
    ]
    print_table(person.shown_name, ("platform", "kind", "why"), rows)
    return Status.WELL


def people_history(given: Given) -> Status:
    """What happened to a record, oldest first."""
    with signed_in(given) as services:
        changes = keeping.history(services, named_person(services, given.person).id)
        staff = {one.id: one.user_name for one in services.store.accounts.accounts()}
    rows = [
        change_row(before, after, staff) for before, after in zip((None, *changes), changes, strict=False)
    ]
    print_table("", ("when", "what", "by", "fields", "name", "class", "left"), rows)
    return Status.WELL


def people_due(given: Given) -> Status:
    """Permissions that run out soon, requests without an answer, and who is to be forgotten."""
    with signed_in(given) as services:
        waits = requests.waiting(services)
        facts = overview.register_facts(services)
        found = overview.due(services, given.days, facts)
        names = {one.id: one.shown_name for one in facts.people}
        left = leavers_overdue(services)
    rows = [
        (f"{one.ends_on:%d %B %Y}", names[one.person], one.platform or "", one.kind.value) for one in found
    ]
    print_table("", ("last day", "name", "platform", "kind"), rows)
    if waits:
        asked = [
            (f"{one.request.due:%d %B %Y}", one.person.shown_name, f"{one.request.received_on:%d %B %Y}")
            for one in waits
        ]
        print_table("asked for what is held", ("answer by", "name", "asked on"), asked)
    if left:
        gone = [(one.id, one.shown_name, f"{one.left_on:%d %B %Y}") for one in left]
        print_table("left, to be forgotten", ("id", "name", "left on"), gone)
        tell("'greenlight people erase' forgets one of them for good")
    return Status.WELL


def people_without_record(given: Given) -> Status:
    """Who never answered, a question or at all."""
    asked = vars(given)
    question = None
    if asked["platform"]:
        question = Question(PlatformId(asked["platform"]), Kind(asked["kind"]))
    with signed_in(given) as services:
        if question is not None and question.platform is not None:
            services.store.register.platform(question.platform)
        found = [row.person for row in overview.without_record(services, question)]
    rows = [_found(one) for one in found if _is_in(one, asked)]
    print_table("", ("id", "name", "kind", "class", "number"), rows)
    return Status.WELL


def people_told(given: Given) -> Status:
    """Notices to the parents of whoever was named, or of a class or a year."""
    asked = vars(given)
    with signed_in(given) as services:
        people = list(_meant(services, asked))
        told = notices.tell(services, people, sent_on=asked["on"], form=asked["form"])
    print_line(
        f"notices recorded: {len(told)}, for {len({one.person for one in told})} of {len(people)} people"
    )
    return Status.WELL


def people_excuse(given: Given) -> Status:
    """One parent need not be told."""
    with signed_in(given) as services:
        person = named_person(services, given.person)
        carer = carer_of(person, given.carer)
        notices.excuse(services, person.id, carer, why=Excuse(given.why), on=services.today())
    return Status.WELL


def people_enrolment(given: Given) -> Status:
    """The enrolment record; WAITING where no template may be made."""
    with signed_in(given) as services:
        record = notices.record_of(services, named_person(services, given.person).id)
        tongue = in_english(services.today())
    print_table(
        "Notices",
        ("sent", "to", "form", "excused"),
        [notice_row(record.person, one) for one in record.notices],
    )
    if record.not_told:
        print_line(f"still to be told: {', '.join(one.name or one.relation for one in record.not_told)}")
    print_line(explained(record.explanation, tongue))
    if not record.matching_on:
        print_line("matching is switched off in this school: no template is made of anyone")
    print_line(f"templates kept: {record.templates}")
    if record.grown_old is not None:
        print_line(
            f"the newest picture is from {record.grown_old.isoformat()}: children change, take a new one"
        )
    return Status.WELL if record.may_enrol else Status.WAITING


def people_mappings(given: Given) -> Status:
    """What is kept: each consent column, and the platforms that the school wrote out for it."""
    with signed_in(given) as services:
        found = kept(services)
    rows = [
        (name, consent.column, consent.kind.value, ", ".join(consent.platforms))
        for name, mapping in found.items()
        for consent in mapping.consents
    ]
    print_table("", ("mapping", "column", "kind", "platforms"), rows)
    return Status.WELL


def _as_typed(person: Person, asked: dict[str, Any]) -> Person:
    values = {field: asked[typed] for typed, field in _FIELDS.items() if asked[typed] is not None}
    carers = list(person.carers)
    for option, responsible in (("carer", True), ("other_carer", False)):
        for typed in asked[option]:
            relation, colon, name = typed.partition(":")
            if not colon or not name.strip():
                raise wrong_use("a carer is typed as RELATION:NAME, such as mother:Ann Fox")
            carers = _with(carers, Carer(secrets.token_hex(8), name.strip(), relation.strip(), responsible))
    return replace(person, carers=tuple(carers), **values)


def _with(carers: list[Carer], new: Carer) -> list[Carer]:
    """The carers with this one: in place of the one of that name, who keeps the id, or at the end."""
    same = [one for one in carers if one.name.casefold() == new.name.casefold()]
    if not same:
        return [*carers, new]
    return [replace(new, id=one.id) if one is same[0] else one for one in carers]


def _meant(services: Services, asked: dict[str, Any]) -> Iterable[PersonId]:
    services.require(Act.KEEP_REGISTER)
    if asked["people"]:
        return [named_person(services, typed).id for typed in asked["people"]]
    if not asked["class_name"] and not asked["year"]:
        raise wrong_use("name people, or give --class or --year")
    wanted = Filter(kind=PersonKind.PUPIL, class_name=asked["class_name"], year=asked["year"])
    return [row.person.id for row in overview.rows(services, wanted)]


def _is_in(person: Person, asked: dict[str, Any]) -> bool:
    in_class = not asked["class_name"] or person.class_name == asked["class_name"]
    return in_class and (not asked["year"] or person.year == asked["year"])


def _found(person: Person) -> tuple[str, ...]:
    return (person.id, person.shown_name, person.kind.value, person.class_name, person.school_id)
