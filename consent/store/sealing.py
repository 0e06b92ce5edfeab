"""Seals what a statement is about to send to a server, and opens what comes back, row by row."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Column, Executable, Select, Table
from sqlalchemy.engine import CursorResult, IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import BinaryExpression

from consent.errors import Code, ConsentError
from consent.store.cells import Cells
from consent.store.sealed import Clear, Sealed, from_bytes, is_sealed, row_of

Values = Mapping[str, Any]


def sealed_values(compiled: SQLCompiler, values: Values, cells: Cells) -> dict[str, Any]:
    """One row's parameters, ready for the server.

    TypeError where the statement does not say which row it writes, would compare what cannot be compared, or
    would leave a sealed cell of a new row, or of a row that becomes another, as it is.
    """
    ready = {
        name: cells.seal_findable(value.content, value.place)
        if isinstance(value, Clear) and value.findable
        else value
        for name, value in values.items()
    }
    if not (compiled.isinsert or compiled.isupdate):
        _nothing_in_clear(ready)
        return ready
    table: Table = compiled.statement.table  # type: ignore[union-attr]
    binds = _binds(compiled, table, ready)
    _whole(compiled, table, ready, binds)
    row: bytes | None = None
    for name, value in ready.items():
        if isinstance(value, Clear):
            if name not in table.c:
                raise TypeError(f"a sealed column is compared: {name}")
            row = row if row is not None else _row(table, [ready[bind] for bind in binds.values()])
            ready[name] = cells.seal(value.content, value.place, row)
    return ready


def with_identities(statement: Executable) -> Executable:
    """A query that also asks which row each of its sealed cells is from."""
    if not isinstance(statement, Select):
        return statement
    columns = list(statement.selected_columns)
    for column in columns:
        parts = () if isinstance(column, Column) else visitors.iterate(column)
        if any(isinstance(part, Column) and is_sealed(part) for part in parts):
            raise TypeError(f"a server cannot compute with a sealed column: {column}")
    tables = {
        column.table
        for column in columns
        if isinstance(column, Column) and is_sealed(column) and isinstance(column.table, Table)
    }
    wanted = [table.c[name] for table in tables for name in row_of(table)]
    missing = [column for column in wanted if not any(column is one for one in columns)]
    return statement.add_columns(*missing) if missing else statement


def opened(statement: Executable, result: CursorResult[Any], cells: Cells, *, width: int) -> Sequence[Any]:
    """All rows of a query that was asked `with_identities`, their sealed cells opened; `width` columns of each."""
    if not isinstance(statement, Select):
        return result.all()
    columns = list(statement.selected_columns)
    plan = [(at, cell) for at, column in enumerate(columns) if (cell := _cell(columns, column)) is not None]
    if not plan:
        return result.all()
    keys = list(result.keys())[:width]
    found = [list(row) for row in result]
    for row in found:
        # identities first: they are made of what the server holds, findable cells still sealed
        whole = [cell.identity(row) for _, cell in plan]
        for (at, cell), identity in zip(plan, whole, strict=True):
            row[at] = cell.value(row[at], identity, cells)
    return IteratorResult(SimpleResultMetaData(keys), iter([tuple(row[:width]) for row in found])).all()


@dataclass(frozen=True, slots=True)
class _Cell:
    """One sealed column of a query, and where the columns stand that say which row it is."""

    place: str
    findable: bool
    row: Callable[[list[Any]], bytes]

    def identity(self, row: list[Any]) -> bytes:
        return b"" if self.findable else self.row(row)

    def value(self, held: Any, identity: bytes, cells: Cells) -> Any:
        if held is None:  # nothing is sealed too: an empty cell was emptied by someone else
            raise ConsentError(Code.STORE_DAMAGED, self.place)
        sealed = bytes(held)
        if self.findable:
            return from_bytes(cells.open_findable(sealed, self.place))
        return from_bytes(cells.open(sealed, self.place, identity))


def _cell(columns: list[Any], column: Any) -> _Cell | None:
    """How to open this column of a query; None where it is not sealed."""
    kind, table = column.type, getattr(column, "table", None)
    if not isinstance(kind, Sealed) or not isinstance(table, Table):
        return None
    if kind.findable:
        return _Cell(kind.place, True, lambda _: b"")
    at = [next(place for place, one in enumerate(columns) if one is table.c[name]) for name in row_of(table)]
    return _Cell(kind.place, False, lambda row: _row(table, [row[place] for place in at]))


def _binds(compiled: SQLCompiler, table: Table, ready: Values) -> dict[str, str]:
    """For each column that says which row this is, the parameter that holds it."""
    where = getattr(compiled.statement, "whereclause", None)
    named: dict[str, str] = {}
    for part in () if where is None else visitors.iterate(where):
        if isinstance(part, BinaryExpression) and part.operator is operators.eq:
            column, bind = part.left, part.right
            if isinstance(column, Column) and column.table is table and isinstance(bind, BindParameter):
                named[column.name] = compiled.bind_names[bind]
    return {
        name: name if name in ready else named[name]
        for name in row_of(table)
        if name in ready or name in named
    }


def _whole(compiled: SQLCompiler, table: Table, ready: Values, binds: Mapping[str, str]) -> None:
    cells = [column for column in table.columns if isinstance(column.type, Sealed)]
    bound = [column.name for column in cells if isinstance(column.type, Sealed) and not column.type.findable]
    missing = [name for name in row_of(table) if name not in binds]
    if missing and any(name in ready for name in bound):
        raise TypeError(f"{table.name} is written without saying which row: {', '.join(missing)}")
    becomes_another = any(name in ready for name in row_of(table))
    needed = [column.name for column in cells] if compiled.isinsert else bound if becomes_another else []
    if left := [name for name in needed if name not in ready]:
        raise TypeError(f"{table.name} is written without {', '.join(left)}")


def _nothing_in_clear(values: Values) -> None:
    for name, value in values.items():
        if isinstance(value, Clear):
            raise TypeError(f"a sealed column is compared: {name}")


def _row(table: Table, values: Sequence[Any]) -> bytes:
    """Which row of which table, as bytes; findable cells as the server holds them."""
    plain = [bytes(value).hex() if isinstance(value, bytes | memoryview) else value for value in values]
    return json.dumps([table.name, *plain]).encode()
