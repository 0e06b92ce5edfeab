"""What is known on one day, laid out once so that many photos can be judged quickly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from consent.decisions import Why
from consent.notices import Notice
from consent.people import Person, PersonId, by_id
from consent.permissions import Kind, Permission
from consent.platforms import Platform, PlatformId
from consent.policy import Policy
from consent.standing import Explanation, Standing, explain, judge

_Key = tuple[PersonId, PlatformId | None, Kind]
_NOBODY = Standing(allowed=False, why=Why.UNKNOWN_PERSON)


@dataclass(frozen=True, slots=True)
class Facts:
    """The register as it stands on `today`. Two Facts with equal fields judge alike."""

    people: Sequence[Person]
    permissions: Sequence[Permission]
    never_publish: frozenset[PersonId]
    policy: Policy
    platforms: Sequence[Platform]
    today: date
    notices: Sequence[Notice] = ()
    _by_id: dict[PersonId, Person] = field(init=False, repr=False, compare=False, default_factory=dict)
    _records: dict[_Key, list[Permission]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _told: dict[PersonId, list[Notice]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _judged: dict[_Key, Standing] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id.update(by_id(self.people))
        for notice in self.notices:
            self._told.setdefault(notice.person, []).append(notice)
        for record in self.permissions:
            self._records.setdefault((record.person, record.platform, record.kind), []).append(record)

    def person(self, person: PersonId) -> Person | None:
        """Who stands under this id today, or None; ids of records that were merged find the one they became."""
        return self._by_id.get(person)

    def kept(self, person: PersonId) -> PersonId:
        """The id under which this person stands today."""
        known = self._by_id.get(person)
        return person if known is None else known.id

    def records(self, person: PersonId, platform: PlatformId | None, kind: Kind) -> Sequence[Permission]:
        """All records about this person, platform and kind."""
        return self._records.get((self.kept(person), platform, kind), ())

    def standing(self, person: PersonId, platform: PlatformId, kind: Kind) -> Standing:
        """As `consent.standing.standing`; UNKNOWN_PERSON for an id that is not on the register."""
        key = (person, platform, kind)
        judged = self._judged.get(key)
        if judged is None:
            known = self._by_id.get(person)
            judged = _NOBODY if known is None else judge(self.records(*key), known, self.today)
            self._judged[key] = judged
        return judged

    def explain(self, person: PersonId, platform: PlatformId | None, kind: Kind) -> Explanation | None:
        """Who was heard and which record decided; None for an id that is not on the register."""
        known = self._by_id.get(person)
        if known is None:
            return None
        return explain(
            self.records(person, platform, kind),
            known,
            platform,
            kind,
            today=self.today,
            notices=self._told.get(known.id, ()),
        )

    def standing_on(self, person: PersonId, platform: PlatformId | None, kind: Kind, *, on: date) -> Standing:
        """The same on another day, with the records of today; also for biometric (platform None)."""
        known = self._by_id.get(person)
        if known is None:
            return _NOBODY
        return judge(self.records(person, platform, kind), known, on)
