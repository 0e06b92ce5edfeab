"""Which posts show someone who may no longer be shown there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from consent.decisions import Why
from consent.facts import Facts
from consent.people import PersonId
from consent.permissions import Kind, Permission
from consent.publications import Publication, TakenDown
from consent.standing import judge


@dataclass(frozen=True, slots=True)
class TakeDown:
    """A post to take down, or to look at, and why.

    For someone marked "never publish" the reason is SCHOOL_RULE and `person` is None: it is told to no one.
    """

    publication: Publication
    why: Why
    person: PersonId | None = None
    permission: Permission | None = None


def takedowns(publications: Iterable[Publication], facts: Facts) -> Sequence[TakeDown]:
    """Judge everything posted against the register of today, in the order of the posts.

    A person may stay who has a live `photo` permission for that platform, or a live `group` permission where
    enough of those who are visible may stay. Someone who is only named in the picture is listed, too, unless
    they may be photographed: a person has to look. Who has left the school keeps the answers of their last
    day, because leaving takes no permission back.
    """
    return [one for publication in publications for one in _judge(publication, facts)]


def still_up(publications: Iterable[Publication], taken: Iterable[TakenDown]) -> Sequence[Publication]:
    """The posts that are not known to be gone."""
    gone = {one.post for one in taken if one.done_at is not None}
    return [post for post in publications if post.file_name not in gone]


def newly(publications: Sequence[Publication], before: Facts, after: Facts) -> Sequence[TakeDown]:
    """What would have to go, or be looked at, by `after` and need not by `before`."""
    already = {(one.publication, one.person) for one in takedowns(publications, before)}
    return [one for one in takedowns(publications, after) if (one.publication, one.person) not in already]


def _judge(publication: Publication, facts: Facts) -> Sequence[TakeDown]:
    visible = dict.fromkeys(map(facts.kept, publication.visible))
    answers = {
        person: _answer(publication, person, facts) for person in visible if person not in facts.never_publish
    }
    stay = sum(isinstance(answer, Kind) for answer in answers.values())
    # one line without a name, however many are marked
    named = dict.fromkeys(map(facts.kept, publication.named))
    marked = not facts.never_publish.isdisjoint((*visible, *named))
    found = [TakeDown(publication, Why.SCHOOL_RULE)] if marked else []
    found.extend(_named(publication, named, facts))
    for person, answer in answers.items():
        if isinstance(answer, TakeDown):
            found.append(answer)
        elif answer is Kind.GROUP and stay < facts.policy.group_size:
            found.append(TakeDown(publication, Why.GROUP_TOO_SMALL, person))
    return found


def _named(publication: Publication, named: Iterable[PersonId], facts: Facts) -> Iterable[TakeDown]:
    """Whom the caption names though they may not be named there any more."""
    for person in named:
        if person in facts.never_publish:
            continue
        known = facts.person(person)
        if known is None:
            yield TakeDown(publication, Why.UNKNOWN_PERSON, person)
            continue
        records = facts.records(person, publication.platform, Kind.NAME)
        answer = judge(records, replace(known, left_on=None), facts.today)
        if not answer.allowed:
            yield TakeDown(publication, answer.why, person, answer.permission)


def _answer(publication: Publication, person: PersonId, facts: Facts) -> TakeDown | Kind:
    """The kind of permission by which this person may stay, or why not."""
    known = facts.person(person)
    if known is None:
        return TakeDown(publication, Why.UNKNOWN_PERSON, person)
    still_here = replace(known, left_on=None)
    group_only = any(one.id == publication.platform and one.group_only for one in facts.platforms)
    photo, group = (
        judge(facts.records(person, publication.platform, kind), still_here, facts.today)
        for kind in (Kind.PHOTO, Kind.GROUP)
    )
    if photo.allowed:
        return Kind.GROUP if group_only else Kind.PHOTO
    if group.allowed:
        return Kind.GROUP
    telling = group if photo.why is Why.NO_RECORD else photo
    return TakeDown(publication, telling.why, person, telling.permission)
