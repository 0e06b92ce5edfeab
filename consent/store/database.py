"""The one connection of a store, wherever its tables lie: runs statements and groups them into transactions."""

from __future__ import annotations

import contextlib
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, CursorResult, Engine, Executable, func, insert, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from consent.errors import Code, ConsentError
from consent.store.schema import store_facts

Parameters = Sequence[Mapping[str, Any]] | Mapping[str, Any] | None


class Database(ABC):
    """The one connection of a store. Any thread may call; a transaction keeps the others waiting.

    `LocalDatabase` is the encrypted file, `ServerDatabase` a register that several PCs share.
    """

    def __init__(self, engine: Engine) -> None:
        self._lock = threading.RLock()
        self._depth = 0
        self._hooks: list[Callable[[], None]] = []
        self._engine = engine
        self._connection: Connection | None = None

    def execute(self, statement: Executable, parameters: Parameters = None) -> CursorResult[Any]:
        """Run one statement. For queries use `rows`, which reads to the end before another thread may come."""
        with self._lock, self._named_failure():
            return self._open().execute(statement, parameters)

    def rows(self, statement: Executable) -> Sequence[Any]:
        """All rows of a query."""
        with self._lock, self._named_failure():
            return self._open().execute(statement).all()

    def change(self, statement: Executable, parameters: Parameters = None) -> int:
        """Run one change in a transaction of its own or the running one; the number of rows changed."""
        with self.transaction():
            return self.execute(statement, parameters).rowcount

    def next_number(self, column: Column[int]) -> int:
        """The number of a table's next row; inside the transaction that inserts it, where no one else writes."""
        if not self._depth:
            raise ConsentError(Code.INVALID, "a number outside a transaction")
        highest = int(self.rows(select(func.coalesce(func.max(column), 0)))[0][0])
        kept = self.rows(select(store_facts).where(store_facts.c.name == _highest(column)))
        return 1 + max([highest, *(int(row.value) for row in kept)])

    def keep_numbers(self, column: Column[int]) -> None:
        """Before rows of this table are deleted: a number that other records may name is never given again."""
        with self.transaction():
            name, value = _highest(column), str(self.next_number(column) - 1)
            if not self.change(update(store_facts).where(store_facts.c.name == name).values(value=value)):
                self.change(insert(store_facts).values(name=name, value=value))

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; an inner one can fail alone, the outermost commits. No one else writes meanwhile."""
        with self._lock:
            level = self._depth
            waiting = len(self._hooks)
            if level:
                self._command(f"SAVEPOINT level_{level}")
            else:
                self._begin()
            self._depth += 1
            with contextlib.ExitStack() as unfinished:
                unfinished.callback(self._undo, level, waiting)
                yield
                if level:
                    self._command(f"RELEASE level_{level}")
                else:
                    self._commit()
                unfinished.pop_all()
            self._depth = level
            if not level:
                self._run_hooks()

    def after_commit(self, hook: Callable[[], None]) -> None:
        """Run `hook` when the outermost transaction has been committed; at once outside of one."""
        with self._lock:
            self._hooks.append(hook)
            if not self._depth:
                self._run_hooks()

    def shrink_after_commit(self) -> None:
        """Shrink once the outermost transaction is through, however often it was asked for in it."""
        with self._lock:
            if self.shrink not in self._hooks:
                self.after_commit(self.shrink)

    def connection(self) -> Connection:
        """The raw connection, for migrations."""
        return self._open()

    @contextlib.contextmanager
    def threads_waiting(self) -> Iterator[None]:
        """Keep other threads out, without a transaction."""
        with self._lock:
            yield

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """For queries that belong together: nothing changes between them."""
        with self._lock:
            yield

    @abstractmethod
    def shrink(self) -> None:
        """Remove from the disk, as far as it is ours to do, what was deleted."""

    @abstractmethod
    def check(self) -> None:
        """Read everything; ConsentError(STORE_DAMAGED) where something was altered."""

    @abstractmethod
    def numbers_given(self, column: Column[int]) -> int:
        """The highest number that a row of this table ever had, as far as that is remembered; else 0."""

    @abstractmethod
    def fill(self, table_name: str, column_name: str, value: Any) -> None:
        """Write one value into every row of a column that a migration added."""

    def close(self) -> None:
        """Close the connection. May be called twice."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
                self._engine.dispose()

    def _open(self) -> Connection:
        if self._connection is None:
            raise ConsentError(Code.NOT_SIGNED_IN, "store closed")
        return self._connection

    def _driver(self) -> Any:
        return self._open().connection.dbapi_connection

    def _command(self, sql: str) -> None:
        with self._named_failure():
            self._open().exec_driver_sql(sql).close()

    @abstractmethod
    def _begin(self) -> None:
        """Begin a transaction that no other one, of this or another program, may write beside."""

    def _commit(self) -> None:
        self._command("COMMIT")

    @abstractmethod
    def _in_transaction(self) -> bool:
        """Whether there is something left to undo."""

    def _undo(self, level: int, waiting: int) -> None:
        self._depth = level
        del self._hooks[waiting:]
        if self._connection is None or not self._in_transaction():
            return
        if level:
            self._command(f"ROLLBACK TO level_{level}")
            self._command(f"RELEASE level_{level}")
        else:
            self._command("ROLLBACK")

    def _run_hooks(self) -> None:
        """All that waited for the commit, also where one of it fails; its error is raised at the end."""
        hooks, self._hooks = self._hooks, []
        with contextlib.ExitStack() as waiting:
            for hook in reversed(hooks):
                waiting.callback(hook)

    @contextlib.contextmanager
    def _named_failure(self) -> Iterator[None]:
        """Tell damage from every other failure of a statement."""
        try:
            yield
        except (IntegrityError, OperationalError):
            raise
        except DatabaseError as damaged:
            raise ConsentError(Code.STORE_DAMAGED, "database") from damaged


def _highest(column: Column[int]) -> str:
    return f"highest {column.table.name}"
