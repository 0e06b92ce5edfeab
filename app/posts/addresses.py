"""The addresses of posts that a person made by hand: asked for afterwards, so that they can be taken down."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from app.services import Services
from consent.accounts import Act
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.publications import Publication
from consent.takedown import still_up


def without_address(services: Services) -> Sequence[Publication]:
    """Posts that have no address yet and are not known to be gone, the oldest first."""
    services.require(Act.LOOK)
    posts = still_up(services.store.ledger.publications(), services.store.aftercare.take_downs())
    return [post for post in posts if not post.address]


def record_address(services: Services, file_name: str, address: str) -> Publication:
    """Where the post of this copy can be seen. Raises ConsentError: UNKNOWN_POST; INVALID without an address."""
    return record_addresses(services, [file_name], address)[0]


def record_addresses(
    services: Services, file_names: Collection[str], address: str
) -> tuple[Publication, ...]:
    """The same for copies that were posted together, as an album or an article; all of them or none."""
    services.require(Act.PUBLISH)
    if not address.strip():
        raise ConsentError(Code.INVALID, "no address")
    posts = {post.file_name: post for post in services.store.ledger.publications()}
    for file_name in file_names:
        if file_name not in posts:
            raise ConsentError(Code.UNKNOWN_POST, file_name)
    completed = tuple(replace(posts[file_name], address=address.strip()) for file_name in file_names)
    with services.store.transaction():
        for post in completed:
            services.store.ledger.put_publication(post)
            services.store.audit.append(
                Event("post.address", services.account.id, services.clock(), post.photo, post.platform)
            )
    return completed
