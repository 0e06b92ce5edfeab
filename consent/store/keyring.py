"""Changes the key file together with the database, so that neither can be put back to an older copy alone."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import insert, select, update

from consent.errors import Code, ConsentError
from consent.store.database import Database
from consent.store.key_file import KeyFile, KeyPlace
from consent.store.schema import store_facts


class Keyring:
    """The key file of an open store.

    The database remembers the proof of the key file that belongs to it. A change is announced there, then
    written beside it, then confirmed: after a crash in between, both the old and the new file are right, and
    at any other time only one is.
    """

    def __init__(self, database: Database, place: KeyPlace, data_key: bytes) -> None:
        self.place = place
        self.data_key = data_key
        self._database = database

    def __repr__(self) -> str:
        return "Keyring"  # a key must not reach a traceback

    def read(self) -> KeyFile:
        """The file as it stands."""
        return self.place.read()

    def edit(self, change: Callable[[KeyFile], KeyFile]) -> None:
        """Replace the file by what `change` makes of it, once the running transaction is committed."""
        self._database.after_commit(lambda: self._write(change))

    def begin(self) -> None:
        """Remember the first key file of a new store."""
        content = self.read()
        facts = {"store": content.store, "generation": "0", "proof": content.proof, "next_proof": ""}
        rows = [{"name": name, "value": value} for name, value in facts.items()]
        self._database.change(insert(store_facts), rows)

    def check(self) -> None:
        """ConsentError(STORE_DAMAGED) where the file was edited, is another store's, or one of both is old."""
        with self._database.alone():
            content, facts = self.read(), self._facts()
        if not content.is_proven(self.data_key):
            raise ConsentError(Code.STORE_DAMAGED, "key file edited")
        if facts.get("store") != content.store:
            raise ConsentError(Code.STORE_DAMAGED, "another store's key file")
        known = [proof for proof in (facts.get("proof"), facts.get("next_proof")) if proof]
        if not any(secrets.compare_digest(content.proof, proof) for proof in known):
            newer = content.generation > int(facts.get("generation", "0"))
            raise ConsentError(
                Code.STORE_DAMAGED, "database rolled back" if newer else "key file rolled back"
            )

    def fact(self, name: str) -> str:
        """What was put down under this name, or nothing."""
        return self._facts().get(name, "")

    def put_fact(self, name: str, value: str) -> None:
        """Put something about the keys down in the database."""
        with self._database.transaction():
            if name in self._facts():
                self._note(**{name: value})
            else:
                self._database.change(insert(store_facts).values(name=name, value=value))

    def next_generation(self) -> None:
        """Make every earlier copy of either file an old one."""
        self.edit(lambda content: content)

    def _write(self, change: Callable[[KeyFile], KeyFile]) -> None:
        with self._database.threads_waiting():
            before = self.read()
            changed = replace(change(before), generation=before.generation + 1).proven(self.data_key)
            self._note(proof=before.proof, next_proof=changed.proof)
            self.place.write(changed)
            self._note(proof=changed.proof, next_proof="", generation=str(changed.generation))

    def _note(self, **facts: str) -> None:
        with self._database.transaction():
            for name, value in facts.items():
                self._database.change(
                    update(store_facts).where(store_facts.c.name == name).values(value=value)
                )

    def _facts(self) -> dict[str, str]:
        return {row.name: row.value for row in self._database.rows(select(store_facts))}


class SharedKeyring(Keyring):
    """The key file of a register on a server: it lies in the same database, so one transaction changes both."""

    def edit(self, change: Callable[[KeyFile], KeyFile]) -> None:
        """Replace the file by what `change` makes of it, in the running transaction or one of its own."""
        with self._database.transaction():
            before = self.read()
            changed = replace(change(before), generation=before.generation + 1).proven(self.data_key)
            self.place.write(changed)
            self._note(proof=changed.proof, next_proof="", generation=str(changed.generation))
