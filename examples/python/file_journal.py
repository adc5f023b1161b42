"""A delivery's log in a file: what was stored outlives a crash at any time, and the file does not grow without bound.

    journal = FileJournal(Path("events.log"))
    driver = Driver(journal.restore(), send, store=journal, on_report=on_report)

One process at a time may use the file. It holds requests with their credentials and personal data.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from s2s_events.delivery import Delivery

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from s2s_events.types import DeliveryConfig


class FileJournal:
    """A log in a file, for the `store` of a driver."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_certain = True
        # What a crash has left of a replacement.
        self._fresh = path.with_name(f"{path.name}.new")
        self._fresh.unlink(missing_ok=True)
        path.touch(mode=0o600)
        _sync_folder(path.parent)

    def restore(self, **settings: Unpack[DeliveryConfig]) -> Delivery:
        """The delivery that wrote the log, or a new one. `settings` are those of a delivery."""
        delivery, whole = Delivery.restore(self._path.read_bytes(), **settings)
        # The torn end of a write.
        os.truncate(self._path, whole)
        return delivery

    def append(self, log: bytes) -> None:
        """Appends a part of the log; where that fails, the file is as before."""
        self._check()
        with self._path.open("ab", buffering=0) as file:
            end = file.seek(0, os.SEEK_END)
            try:
                _write(file.fileno(), log)
            except BaseException:
                file.truncate(end)
                raise

    def replace(self, log: bytes) -> None:
        """Replaces the log by a shorter one; until that is complete, the old one is there."""
        self._check()
        file = os.open(self._fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            _write(file, log)
        finally:
            os.close(file)
        self._fresh.replace(self._path)
        # Where this fails, either file may be there after a crash. Both are whole, but nothing may follow.
        self._is_certain = False
        _sync_folder(self._path.parent)
        self._is_certain = True

    def _check(self) -> None:
        if not self._is_certain:
            message = "the log's folder could not be stored; start again from the file"
            raise OSError(message)


def _write(file: int, log: bytes) -> None:
    rest = memoryview(log)
    while rest:
        # It may write less than all of it, without an error.
        rest = rest[os.write(file, rest) :]
    os.fsync(file)


def _sync_folder(folder: Path) -> None:
    """Writes the names of the files in a folder to the disk, where the system can."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
