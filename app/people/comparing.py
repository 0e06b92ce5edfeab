"""Compares a roll with the register, row by row, and gathers what would change; nothing is written."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.people.answers import Said
from app.people.changes import Changed, Changes, PermissionChange
from app.people.consents import Held, Source, follow
from app.people.mapping import Listed, Mapping
from app.people.merging import Voiced, in_doubt, merged, voiced
from app.people.refusals import Reason
from app.people.row_values import Entries, Entry, Question, RefusedRow
from app.people.spoken import is_same_name, name_words, number_key
from consent.facts import Facts
from consent.people import Person, PersonId
from consent.permissions import Permission
from consent.publications import Publication
from consent.standing import has_left, judge
from consent.takedown import newly


def compare(
    entries: Entries,
    mapping: Mapping,
    facts: Facts,
    *,
    source: Source,
    publications: Iterable[Publication] = (),
    new_id: Callable[[], str] = lambda: secrets.token_hex(8),
) -> Changes:
    """What the file would change in the register. `publications` are the posts that are still up; `new_id` makes ids."""
    comparison = _Comparison(mapping, facts, source, new_id)
    for entry in entries.taken:
        comparison.take(entry)
    for row in entries.refused:
        comparison.doubt(row)
    held_back = any(not row.school_id for row in entries.refused)
    could_leave = _could_leave(mapping, facts)
    left = () if held_back else _leavers(could_leave, entries, facts)
    for person in left:
        comparison.after[person.id] = person
    return Changes(
        joined=tuple(comparison.joined),
        returned=tuple(comparison.returned),
        changed=tuple(comparison.changed),
        left=left,
        unchanged=tuple(comparison.unchanged),
        refused=tuple(sorted(comparison.refused, key=lambda row: row.row)),
        records=tuple(comparison.records),
        permissions=tuple(comparison.permissions),
        held=tuple(comparison.held),
        unknown_words=entries.unknown_words,
        posts=tuple(newly(tuple(publications), facts, comparison.facts_after())),
        leavers_held=held_back and mapping.listed is Listed.EVERYONE,
        on_roll=len(could_leave),
    )


@dataclass(slots=True)
class _Comparison:
    """Gathers the changes row by row."""

    mapping: Mapping
    facts: Facts
    source: Source
    new_id: Callable[[], str]
    after: dict[PersonId, Person] = field(init=False)
    joined: list[Person] = field(default_factory=list)
    returned: list[Changed] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: list[PersonId] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    records: list[Permission] = field(default_factory=list)
    permissions: list[PermissionChange] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    _numbered: dict[str, list[Person]] = field(default_factory=dict)
    _called: dict[frozenset[str], list[Person]] = field(default_factory=dict)
    _upns: dict[str, PersonId] = field(default_factory=dict)
    _records: dict[PersonId, dict[Question, list[Permission]]] = field(default_factory=dict)
    _last: int = 0

    def __post_init__(self) -> None:
        self.after = {person.id: person for person in self.facts.people}
        for person in self.facts.people:
            if person.school_id:
                self._numbered.setdefault(number_key(person.school_id), []).append(person)
            if person.kind is self.mapping.kind:
                self._called.setdefault(name_words(person.legal_name), []).append(person)
            if person.upn:
                self._upns[person.upn] = person.id
        for record in self.facts.permissions:
            about = self._records.setdefault(record.person, {})
            about.setdefault(Question(record.platform, record.kind), []).append(record)
            self._last = max(self._last, record.sequence)

    def take(self, entry: Entry) -> None:
        """One row: the person as they would be, and what their answers lead to."""
        known = self._known(entry.school_id)
        reason = self._refusal(known, entry)
        before = known[0] if known else None
        after = merged(before, entry, self.mapping.kind, self.new_id, today=self.facts.today)
        spoken = None if reason else voiced(after, entry, self.mapping.given_by)
        if spoken is None:
            answers = tuple(replace(one, by="") for one in entry.answers)
            self.doubt(
                RefusedRow(
                    entry.row, reason or Reason.GIVER_UNKNOWN, school_id=entry.school_id, answers=answers
                )
            )
            return
        after, pairs = spoken
        self.after[after.id] = after
        if after.upn:
            self._upns[after.upn] = after.id
        if before is None:
            self.joined.append(after)
        elif has_left(before, self.facts.today):
            self.returned.append(Changed(entry.row, before, after))
        elif after != before:
            self.changed.append(Changed(entry.row, before, after))
        else:
            self.unchanged.append(before.id)
        self._answer(before, after, pairs)

    def doubt(self, row: RefusedRow) -> None:
        """A row that is not taken: what is not a yes in it can still take one away."""
        self.refused.append(row)
        for person in self._known(row.school_id):
            if person.kind is self.mapping.kind:
                pairs = in_doubt(person, row.answers)
                self._answer(person, person, [pair for pair in pairs if pair[0].said is not Said.YES])

    def facts_after(self) -> Facts:
        """The register as it would be."""
        return Facts(
            people=tuple(self.after.values()),
            permissions=(*self.facts.permissions, *self.records),
            never_publish=self.facts.never_publish,
            policy=self.facts.policy,
            platforms=self.facts.platforms,
            today=self.facts.today,
            notices=self.facts.notices,
        )

    def _known(self, school_id: str) -> Sequence[Person]:
        return self._numbered.get(number_key(school_id), ()) if school_id else ()

    def _refusal(self, known: Sequence[Person], entry: Entry) -> Reason | None:
        """Why a person has to look first, or None.

        A column that was sorted by itself, or a number that lost its zeros, must not hand one person's answers to
        another, nor make someone anew beside a record with a mark.
        """
        if len(known) > 1:
            return Reason.DUPLICATE_ON_REGISTER
        if known and known[0].kind is not self.mapping.kind:
            return Reason.OTHER_KIND
        name = entry.fields["legal_name"]
        if known and not is_same_name(known[0].legal_name, name):
            return Reason.OTHER_NAME
        if not known and (namesakes := self._called.get(name_words(name))):
            return Reason.NAMESAKE if all(one.school_id for one in namesakes) else Reason.SAME_NAME
        has_upn = self._upns.get(entry.fields.get("upn", ""))
        if has_upn is not None and has_upn not in {one.id for one in known}:
            return Reason.UPN_TAKEN
        return None

    def _answer(self, before: Person | None, after: Person, pairs: Iterable[Voiced]) -> None:
        """Add the records of one person's answers, and note what counts for them differently from now on."""
        # what a duplicate row before this one led to counts as known
        about = self._records.setdefault(after.id, {})
        was = {
            question: judge(tuple(records), before or after, self.facts.today).why
            for question, records in about.items()
        }
        for given, speaks in pairs:
            records = about.get(given.question, [])
            new = follow(given, after, records, speaks=speaks, source=self.source)
            if isinstance(new, Held):
                self.held.append(new)
                continue
            for record in new:
                self._last += 1
                numbered = replace(record, sequence=self._last)
                self.records.append(numbered)
                about.setdefault(given.question, []).append(numbered)
        nothing = judge((), before or after, self.facts.today).why
        for question, records in about.items():
            now = judge(records, after, self.facts.today).why
            then = was.get(question, nothing)
            if now is not then:
                self.permissions.append(PermissionChange(after.id, question, then, now))


def _could_leave(mapping: Mapping, facts: Facts) -> Sequence[Person]:
    """Everyone of the kind with a number who is on roll; no one where the file lists only some."""
    if mapping.listed is Listed.SOME:
        return ()
    return [
        person
        for person in facts.people
        if person.kind is mapping.kind and person.school_id and not has_left(person, facts.today)
    ]


def _leavers(could_leave: Sequence[Person], entries: Entries, facts: Facts) -> tuple[Person, ...]:
    """Those who are nowhere in the file, not even in a refused row."""
    named = {number_key(entry.school_id) for entry in entries.taken}
    named |= {number_key(row.school_id) for row in entries.refused}
    return tuple(
        replace(person, left_on=facts.today)
        for person in could_leave
        if number_key(person.school_id) not in named
    )
