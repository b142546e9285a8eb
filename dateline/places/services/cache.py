"""Answers kept on disk, so that nobody is asked the same thing twice within a month."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from dateline.places.services.errors import NotAskable

log = logging.getLogger(__name__)
_FILE = "geocoding-1.sqlite"  # the number is that of the form of what is kept
_DAY = 86_400.0
_TABLE = (
    "create table if not exists answer (service text, question text, asked real, said text,"
    " primary key (service, question))"
)
_PUT = "insert or replace into answer values (?, ?, ?, ?)"
_TOO_MANY = (
    "delete from answer where rowid in (select rowid from answer order by asked desc, rowid desc limit -1 offset ?)"
)


class Cache:
    """Texts kept under a service and a question, at most `most` and for at most `days` days.

    Any number of threads and processes may share the folder. A damaged file is replaced: it holds nothing that
    cannot be asked again. `clock` is in seconds since 1970.
    """

    def __init__(self, folder: Path, days: float, most: int, clock: Callable[[], float] = time.time) -> None:
        """Raises NotAskable when the folder cannot be written: a service must not be asked without a cache."""
        self._path, self._seconds, self._most, self._clock = folder / _FILE, days * _DAY, most, clock
        self._lock = threading.Lock()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._run([])
        except (OSError, sqlite3.Error) as error:
            raise NotAskable(
                f"The answers of geocoding services cannot be kept in {folder} ({error}). "
                "Name a folder that can be written, in DATELINE_CACHE."
            ) from error

    def get(self, service: str, question: str) -> str | None:
        """What was kept, if it is not too old."""
        fresh = "select said from answer where service = ? and question = ? and asked > ?"
        try:
            rows = self._run([(fresh, (service, question, self._clock() - self._seconds))])
        except sqlite3.Error:
            log.exception("kept answers could not be read")
            return None
        return str(rows[0][0]) if rows else None

    def put(self, service: str, question: str, said: str) -> None:
        """Keep an answer; what is too old or too much goes. An answer that cannot be kept is only logged."""
        now = self._clock()
        steps = [(_PUT, (service, question, now, said)), (_TOO_MANY, (self._most,))]
        try:
            self._run([("delete from answer where asked <= ?", (now - self._seconds,)), *steps])
        except sqlite3.Error:
            log.exception("an answer could not be kept")

    def _run(self, steps: list[tuple[str, tuple[object, ...]]]) -> list[tuple[object, ...]]:
        """Run statements in one transaction; the rows of the last."""
        with self._lock:
            try:
                return self._transaction(steps)
            except sqlite3.OperationalError:  # locked, full, not writable: the file itself is sound
                raise
            except sqlite3.DatabaseError:
                log.warning("the kept answers were damaged and are started anew")
                self._path.unlink(missing_ok=True)
                return self._transaction(steps)

    def _transaction(self, steps: list[tuple[str, tuple[object, ...]]]) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self._path, timeout=5)) as db, db:
            db.execute("pragma synchronous=off")  # what a crash of the machine costs can be asked again
            db.execute(_TABLE)
            rows: list[tuple[object, ...]] = []
            for sql, values in steps:
                rows = db.execute(sql, values).fetchall()
            return rows
