"""A keyring in memory."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class SecretsInMemory:
    """`app.own_keyring.Secrets` without a system."""

    held: dict[str, str] = field(default_factory=dict)

    def secret(self, place: str) -> str | None:
        return self.held.get(place)

    def put_secret(self, place: str, secret: str) -> None:
        self.held[place] = secret

    def remove_secret(self, place: str) -> None:
        self.held.pop(place, None)
