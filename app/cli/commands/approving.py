"""Approve, from the command line: what waits, a look at it, go live or back, and who stands in for the head."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.cli.arguments import Given
from app.cli.printing import print_line, print_table, tell
from app.cli.sentences import sentence
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.errors import Trouble
from app.posts import delegating
from app.school.staff import of_user_name
from app.services import Services
from consent.accounts import Act
from consent.captions import links_of
from consent.publications import PhotoId, PhotoRecord
from consent.stages import Stage
from vision.copies import Refused


def approve_list(given: Given) -> Status:
    """Photos that wait for a "go live", with their words, and how many more people must say it."""
    from app.steps.approve import missing  # noqa: PLC0415 - brings the steps

    rows: list[tuple[str, ...]] = []
    with signed_in(given) as services:
        services.require(Act.LOOK)
        for title, record in _waiting(services):
            left = str(missing(services, record.id))
            rows += [
                (title, record.id, one.platform, str(len(one.visible)), one.caption, " ".join(links_of(one.words)), left)
                for one in services.store.ledger.proposals(record.id)
            ]  # fmt: skip
    print_table("", ("batch", "photo", "platform", "visible", "caption", "links", "still needed"), rows)
    return Status.WELL


def approve_show(given: Given) -> Status:
    """Write the very copies that are asked about into a folder, marked as not approved, to be looked at."""
    from app.destinations.folder import FolderDestination  # noqa: PLC0415 - as above
    from app.published import all_as_published, look_again, sha256_of  # noqa: PLC0415
    from app.steps.approve import may_approve  # noqa: PLC0415
    from app.steps.decide import look  # noqa: PLC0415

    with signed_in(given) as services:
        if not may_approve(services):
            services.require(Act.PREPARE)  # a copy in a folder is more than a look
        view = look(services, PhotoId(given.photo))
        services.note("approve.shown", view.record.id)
        proposals = {one.platform: one for one in services.store.ledger.proposals(view.record.id)}
        wanted = [
            (one, proposals[one.platform].source) for one in view.decisions if one.platform in proposals
        ]
        copies = all_as_published(services, view.record, wanted)
        status = Status.WELL if proposals else Status.WAITING
        for (decision, source), content in zip(wanted, copies, strict=True):
            if sha256_of(content) != proposals[decision.platform].sha256:
                tell(f"{decision.platform}: changed since it was prepared; send it back")
                status = Status.WAITING
                continue
            if isinstance(look_again(services, view.record, decision, content, source=source), Refused):
                tell(f"{decision.platform}: {sentence(Trouble.NOT_VERIFIED)}; send it back")
                status = Status.WAITING
                continue
            ending = "png" if content.startswith(b"\x89PNG") else "jpg"
            name = f"not-approved-{view.record.id[:16]}.{ending}"
            print_line(FolderDestination(Path(given.out) / decision.platform).send(name, content).location)
    return status


def approve_live(given: Given) -> Status:
    """Say "go live" for photos by their ids; WAITING where another person must say it, too."""
    from app.steps import path  # noqa: PLC0415 - as above
    from app.steps.approve import missing  # noqa: PLC0415

    status = Status.WELL
    with signed_in(given) as services:
        for photo in map(PhotoId, given.photos):
            approvals = path.go_live(services, photo, frozenset(given.link))
            left = missing(services, photo)
            more = f", {left} more must say so" if left else ""
            print_line(f"{photo}: {', '.join(one.proposal.platform for one in approvals)}{more}")
            status = Status.WAITING if left else status
    return status


def approve_back(given: Given) -> Status:
    """Send one photo back to the office, with a word."""
    from app.steps.approve import send_back  # noqa: PLC0415 - as above

    with signed_in(given) as services:
        send_back(services, PhotoId(given.photo), given.note)
    return Status.WELL


def approve_delegate(given: Given) -> Status:
    """Let someone say "go live" in your place, from one day to another."""
    with signed_in(given) as services:
        to = of_user_name(services, given.to)
        delegating.delegate(services, to.id, given.starts or services.today(), ends=given.ends)
        _print_delegations(services)
    return Status.WELL


def approve_revoke(given: Given) -> Status:
    """Take it back at once."""
    with signed_in(given) as services:
        delegating.revoke(services, given.delegation)
        _print_delegations(services)
    return Status.WELL


def approve_delegations(given: Given) -> Status:
    """Who stands in for whom, and when."""
    with signed_in(given) as services:
        _print_delegations(services)
    return Status.WELL


def _waiting(services: Services) -> Iterator[tuple[str, PhotoRecord]]:
    for batch in services.store.ledger.batches():
        for record in services.store.ledger.photos(batch.id):
            if record.stage is Stage.REVIEW:
                yield batch.title, record


def _print_delegations(services: Services) -> None:
    staff = {one.id: one.user_name for one in services.store.accounts.accounts()}
    rows = [
        (
            one.id, staff.get(one.by, one.by), staff.get(one.to, one.to), one.starts.isoformat(), one.ends.isoformat(),
            "taken back" if one.revoked else "",
        )
        for one in delegating.delegations(services)
    ]  # fmt: skip
    print_table("", ("id", "for", "stands in", "from", "until", ""), rows)
