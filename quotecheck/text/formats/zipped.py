"""A ZIP container whose parts are read with a limit, whatever it says about their sizes."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from quotecheck.errors import InputError

LARGEST = 32_000_000  # bytes of an unpacked part


class Zipped:
    """The parts of a container; ``what`` it should be is told where it is none."""

    def __init__(self, data: bytes, path: str, what: str) -> None:
        self.path, self.what = path, what
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise self.error(f"the ZIP container that it should be is broken ({error})") from None
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """One part; raises InputError where it is broken, encrypted, or unpacks to more than ``LARGEST``."""
        try:
            with self._archive.open(name) as part:
                data = part.read(LARGEST + 1)
        except KeyError:
            raise self.error(f"there is no {name} in it") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise self.error(f"{name} in it cannot be unpacked ({error})") from None
        if len(data) > LARGEST:
            reason = f"{name} in it unpacks to more than {LARGEST // 1_000_000} MB, so it is no article; split it"
            raise InputError(self.path, "zip-bomb", reason)
        return data

    def error(self, reason: str) -> InputError:
        """The error to raise where the container is not what it should be."""
        return InputError(self.path, "damaged", f"it is no {self.what}: {reason}; save it anew")
