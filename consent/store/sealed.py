"""Columns that only the program can read: plain in the encrypted file, sealed one by one on a shared server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Dialect, LargeBinary, Table
from sqlalchemy.types import TypeDecorator, TypeEngine, to_instance

LOCAL = "sqlite"
"""The dialect of the encrypted file: whoever can read a page of it has the data key already."""

_TEXT, _BYTES = b"j", b"b"


@dataclass(frozen=True, slots=True)
class Clear:
    """A value on its way to a server's column, not sealed yet.

    No driver knows how to send one: what the sealing missed fails loudly instead of lying there in clear.
    """

    content: bytes
    place: str
    findable: bool

    def __repr__(self) -> str:
        return "Clear"  # a name must not reach a traceback


class Sealed(TypeDecorator[Any]):
    """A column whose values are sealed on a server (AES-256-GCM), bound to table, column and row.

    `Sealed(String)` takes and gives what `String` does. It cannot be searched, sorted or compared by SQL.
    """

    impl = LargeBinary
    cache_ok = True
    findable = False

    def __init__(self, plain: type[TypeEngine[Any]] | TypeEngine[Any]) -> None:
        super().__init__()
        self.plain: TypeEngine[Any] = to_instance(plain)
        self.place = ""  # "table.column", once the table is known

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The plain type in the encrypted file, bytes on a server."""
        return dialect.type_descriptor(self.plain if dialect.name == LOCAL else LargeBinary())

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        """The plain type's own way in the encrypted file, so that this class costs nothing there."""
        if dialect.name == LOCAL:
            return self.plain.dialect_impl(dialect).bind_processor(dialect)
        return self._clear

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """As for `bind_processor`; from a server come sealed bytes, which `Server.rows` opens."""
        if dialect.name == LOCAL:
            return self.plain.dialect_impl(dialect).result_processor(dialect, coltype)
        return None

    def _clear(self, value: Any) -> Clear:
        return Clear(to_bytes(value), self.place, self.findable)


class Findable(Sealed):
    """A column that SQL may compare for equality: the same value is the same bytes on a server (AES-256-SIV).

    Whoever reads the server's files sees which rows are alike, and nothing else. Not bound to its row.
    """

    cache_ok = True
    findable = True


def sealed(name: str, plain: type[TypeEngine[Any]]) -> Column[Any]:
    """A sealed column that always holds something."""
    return Column(name, Sealed(plain), nullable=False)


def to_bytes(value: Any) -> bytes:
    """Text, a number, a yes or no, bytes or nothing, as bytes that say which it was."""
    if isinstance(value, bytes | bytearray | memoryview):
        return _BYTES + bytes(value)
    if value is not None and not isinstance(value, str | int | float):
        raise TypeError(f"a column cannot hold {type(value).__name__}")
    return _TEXT + json.dumps(value, ensure_ascii=False).encode()


def from_bytes(content: bytes) -> Any:
    """The value of such bytes."""
    return content[1:] if content[:1] == _BYTES else json.loads(content[1:])


def row_of(table: Table) -> tuple[str, ...]:
    """The columns that say which row this is: the primary key, unless the table names others.

    Plain columns that must not be exchanged belong to it (whose permission this is): a sealed value opens only
    where all of them are as they were.
    """
    named: tuple[str, ...] | None = table.info.get("row")
    return named or tuple(column.name for column in table.primary_key)


def place_columns(tables: Iterable[Table]) -> None:
    """Tell each sealed column its table and name, to which its values are bound."""
    for table in tables:
        for column in table.columns:
            if isinstance(column.type, Sealed):
                column.type.place = f"{table.name}.{column.name}"


def is_sealed(column: Column[Any]) -> bool:
    """Whether the program alone reads this column on a server."""
    return isinstance(column.type, Sealed)
