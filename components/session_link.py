"""A session in an address: zlib and base64url, so that a link can hold the text itself. Read by whoever opens it only.

An address is limited to what browsers and mail programs carry, and unpacking is limited too: a small address can hold
very much zlib.
"""

from __future__ import annotations

import base64
import binascii
import zlib

from components.session_file import MOST_BYTES, Session, written
from dateline.ingest import IngestError

MOST_CHARS = 8_000
"""Longest packed session in an address that a reader asks for."""
SMALL_CHARS = 1_500
"""Longest one that is put into the address unasked."""
_DAMAGED = "The link is damaged"


def packed(session: Session, *, with_text: bool = True) -> str:
    """The session for an address."""
    return base64.urlsafe_b64encode(zlib.compress(written(session, with_text=with_text), 9)).decode("ascii").rstrip("=")


def unpacked(text: str) -> bytes:
    """The session file that an address holds. Raises IngestError when it is damaged, or unpacks to too much."""
    if len(text) > 4 * MOST_CHARS:
        raise IngestError(f"{_DAMAGED}: it is longer than any that this dashboard makes.")
    try:
        data = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj()
        found = unpacking.decompress(data, MOST_BYTES + 1)
    except (UnicodeEncodeError, binascii.Error, zlib.error):
        raise IngestError(f"{_DAMAGED}: a part of it is missing or was changed.") from None
    if len(found) > MOST_BYTES:
        raise IngestError(f"{_DAMAGED}: it holds more than any article.")
    if not unpacking.eof:
        raise IngestError(f"{_DAMAGED}: its end is missing.")
    return found
