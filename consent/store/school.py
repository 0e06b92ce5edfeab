"""Platforms, devices and the school's policy with its crests, in tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Executable, Table, func, insert, select, update

from consent.devices import Device, DeviceId, DeviceKind, Standing
from consent.errors import Code, ConsentError
from consent.platforms import OfficialAccount, Platform, PlatformId, PublishedAs, UniformRule
from consent.policy import Policy
from consent.store import schema, schema_people
from consent.store.database import Database
from consent.store.text import day_or_none, iso_or_none, listed, words
from consent.wellformed import check_platform, check_policy

_platforms, _devices, _policies, _crests = schema.platforms, schema.devices, schema.policies, schema.crests
_mappings = schema_people.roll_mappings
_ACCOUNT = TypeAdapter(OfficialAccount)
_POLICY = TypeAdapter(Policy)


class SchoolTables:
    """Reads and writes what the school decided about places, cameras and itself."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def platforms(self) -> Sequence[Platform]:
        """Every platform, in the order in which they came."""
        return [
            _platform(row) for row in self._database.rows(select(_platforms).order_by(_platforms.c.position))
        ]

    def platform(self, platform: PlatformId) -> Platform:
        """One platform; ConsentError(UNKNOWN_PLATFORM)."""
        rows = self._database.rows(select(_platforms).where(_platforms.c.id == platform))
        if not rows:
            raise ConsentError(Code.UNKNOWN_PLATFORM, platform)
        return _platform(rows[0])

    def put_platform(self, platform: Platform) -> None:
        """Add or replace a platform."""
        check_platform(platform)
        with self._database.transaction():
            count = self._database.rows(select(func.count()).select_from(_platforms))[0][0]
            self._put(_platforms, platform.id, _platform_values(platform), first={"position": count})

    def devices(self) -> Sequence[Device]:
        """Every device."""
        return [_device(row) for row in self._database.rows(select(_devices).order_by(_devices.c.id))]

    def device(self, device: DeviceId) -> Device:
        """One device; ConsentError(UNKNOWN_DEVICE)."""
        rows = self._database.rows(select(_devices).where(_devices.c.id == device))
        if not rows:
            raise ConsentError(Code.UNKNOWN_DEVICE, device)
        return _device(rows[0])

    def put_device(self, device: Device) -> None:
        """Add or replace a device."""
        values = {
            "name": device.name,
            "location": device.location,
            "standing": device.standing.value,
            "owner": device.owner,
            "approved_by": device.approved_by,
            "approved_until": iso_or_none(device.approved_until),
            "kind": device.kind.value,
            "volume": device.volume,
            "serial": device.serial,
            "seal": device.seal or None,
            "cameras": listed(device.cameras),
            "watched": device.watched,
        }
        self._put(_devices, device.id, values, first={})

    def policy(self) -> Policy:
        """The newest policy, or the defaults."""
        found = self._policies(select(_policies).order_by(_policies.c.number.desc()).limit(1))
        return found[0] if found else Policy()

    def policies(self) -> Sequence[Policy]:
        """Every policy, oldest first."""
        return self._policies(select(_policies).order_by(_policies.c.number))

    def _policies(self, query: Executable) -> Sequence[Policy]:
        with self._database.alone():
            documents = self._database.rows(query)
            numbers = [row.number for row in documents]
            pictures = self._database.rows(
                select(_crests).where(_crests.c.policy.in_(numbers)).order_by(_crests.c.position)
            )
        crests: dict[int, list[bytes]] = {}
        for picture in pictures:
            crests.setdefault(picture.policy, []).append(bytes(picture.content))
        return [
            replace(_POLICY.validate_json(row.document), crests=tuple(crests.get(row.number, ())))
            for row in documents
        ]

    def put_policy(self, policy: Policy) -> None:
        """Make this the newest policy; earlier ones stay."""
        check_policy(policy)
        document = _POLICY.dump_json(replace(policy, crests=())).decode()
        with self._database.transaction():
            number = self._database.next_number(_policies.c.number)
            self._database.change(insert(_policies).values(number=number, document=document))
            for position, content in enumerate(policy.crests):
                self._database.change(
                    insert(_crests).values(policy=number, position=position, content=content)
                )

    def roll_mappings(self) -> Mapping[str, str]:
        """What the columns of each kind of roll mean, as the school kept it, by the mapping's name."""
        rows = self._database.rows(select(_mappings).order_by(_mappings.c.name))
        return {row.name: row.document for row in rows}

    def put_roll_mapping(self, name: str, document: str) -> None:
        """Add or replace a mapping."""
        values = {"document": document}
        with self._database.transaction():
            if not self._database.change(update(_mappings).where(_mappings.c.name == name).values(values)):
                self._database.change(insert(_mappings).values(name=name, **values))

    def _put(self, table: Table, identity: str, values: dict[str, Any], *, first: dict[str, Any]) -> None:
        with self._database.transaction():
            if not self._database.change(update(table).where(table.c.id == identity).values(values)):
                self._database.change(insert(table).values(id=identity, **values, **first))


def _platform_values(platform: Platform) -> dict[str, Any]:
    return {
        "name": platform.name,
        "names_allowed": platform.names_allowed,
        "uniform": platform.uniform.value,
        "group_only": platform.group_only,
        "minimum_age": platform.minimum_age,
        "longest_side": platform.longest_side,
        "quality": platform.quality,
        "approvers_needed": platform.approvers_needed,
        "account": _ACCOUNT.dump_json(platform.account).decode(),
        "destination": platform.destination,
        "published_as": platform.published_as.value,
        "watermark": platform.watermark,
    }


def _platform(row: Any) -> Platform:
    return Platform(
        id=PlatformId(row.id),
        name=row.name,
        names_allowed=row.names_allowed,
        uniform=UniformRule(row.uniform),
        group_only=row.group_only,
        minimum_age=row.minimum_age,
        longest_side=row.longest_side,
        quality=row.quality,
        approvers_needed=row.approvers_needed,
        account=_ACCOUNT.validate_json(row.account),
        destination=row.destination,
        published_as=PublishedAs(row.published_as),
        watermark=row.watermark,
    )


def _device(row: Any) -> Device:
    return Device(
        id=DeviceId(row.id),
        name=row.name,
        location=row.location,
        standing=Standing(row.standing),
        owner=row.owner,
        approved_by=row.approved_by,
        approved_until=day_or_none(row.approved_until),
        kind=DeviceKind(row.kind),
        volume=row.volume,
        serial=row.serial,
        seal=bytes(row.seal or b""),
        cameras=words(row.cameras),
        watched=bool(row.watched),
    )
