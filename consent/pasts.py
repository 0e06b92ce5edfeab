"""How a person's record came to be what it is: each change as it happened, and records that became one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from consent.notices import Notice
from consent.people import Carer, Person, PersonId
from consent.permissions import Permission
from consent.templates import StoredTemplate


class Happened(StrEnum):
    """What was done to a person's record."""

    ADDED = "added"
    CHANGED = "changed"
    LEFT = "left"
    RETURNED = "returned"
    MERGED = "merged"  # another record became part of this one
    SPLIT = "split"  # a record that had become part of another stands alone again


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One change. `after` is the whole record from then on; `other` the second record of a merge or split."""

    person: PersonId
    happened: Happened
    at: datetime
    by: str
    after: Person
    other: PersonId | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Merge:
    """Two records that are one person: whatever stands under `gone` is read as about `kept`.

    Nothing is rewritten, so that ending the merge gives back what was. `carers` says which carer of `gone` is
    which of `kept`. `after` is the sequence of the last permission before the merge.
    """

    kept: PersonId
    gone: PersonId
    carers: tuple[tuple[str, str], ...]
    at: datetime
    by: str
    after: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Merges:
    """Every merge in force, laid out for reading records by the person to whom they belong today."""

    _kept: Mapping[PersonId, Merge]

    @staticmethod
    def of(merges: Iterable[Merge]) -> Merges:
        """From the merges in force."""
        return Merges({one.gone: one for one in merges})

    def __bool__(self) -> bool:
        return bool(self._kept)

    def kept(self, person: PersonId) -> PersonId:
        """The id under which this person stands today."""
        while person in self._kept:
            person = self._kept[person].kept
        return person

    def once(self, kept: PersonId) -> tuple[PersonId, ...]:
        """The ids that became part of `kept`, in order."""
        return tuple(sorted(gone for gone in self._kept if self.kept(gone) == kept))

    def everyone(self, people: Iterable[PersonId]) -> Sequence[PersonId]:
        """These people under every id that they ever had."""
        kept = [self.kept(person) for person in people]
        return list(dict.fromkeys(one for person in kept for one in (person, *self.once(person))))

    def permission(self, record: Permission) -> Permission:
        """The record as about whoever the person is today, in the words of the carer they have today."""
        if record.person not in self._kept:
            return record
        return replace(record, person=self.kept(record.person), carer=self.carer(record.person, record.carer))

    def notice(self, notice: Notice) -> Notice:
        """The same for a notice."""
        if notice.person not in self._kept:
            return notice
        return replace(notice, person=self.kept(notice.person), carer=self.carer(notice.person, notice.carer))

    def template(self, template: StoredTemplate) -> StoredTemplate:
        """The same for a template."""
        kept = self.kept(template.person)
        return template if kept == template.person else replace(template, person=kept)

    def carer(self, person: PersonId, carer: str) -> str:
        """The id under which a carer of this record stands today."""
        while person in self._kept:
            merge = self._kept[person]
            carer = dict(merge.carers).get(carer, carer)
            person = merge.kept
        return carer


def same_carers(kept: Person, gone: Person, key: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """Pairs of carers (of `gone`, of `kept`) who bear one name; `key` gives a name as it is compared.

    A carer without a name, who signed a form, is no one's twin but their own; nor is anyone whose name another
    carer of either record bears too: a father's no must not be lifted by a grandfather of his name.
    """
    known, others = _by_name(kept.carers, key), _by_name(gone.carers, key)
    return tuple((other, known[name]) for name, other in others.items() if name in known)


def _by_name(carers: Iterable[Carer], key: Callable[[str], str]) -> dict[str, str]:
    """The ids of carers by their names, without names that two of them bear."""
    named = [(key(carer.name), carer.id) for carer in carers if carer.name]
    times = Counter(name for name, _ in named)
    return {name: identity for name, identity in named if times[name] == 1}
