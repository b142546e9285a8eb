"""An HTTP adapter for geopy that asks once, follows no redirect, and reads a bounded answer in a bounded time.

geopy's own adapters repeat a request that fails, past any limiter, and read whatever comes. A redirect would send
names to another host than the one the reader agreed to.
"""

from __future__ import annotations

import json
from http.client import HTTPException
from time import monotonic
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable

LARGEST = 2_000_000
"""Bytes of the longest answer that is read."""


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


class OnceAdapter(BaseSyncAdapter):
    """Takes what geopy gives its adapters; raises what geopy wants them to raise."""

    def __init__(self, *, proxies: dict[str, str] | None, ssl_context: Any) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._opener = build_opener(HTTPSHandler(context=ssl_context), ProxyHandler(proxies), _NoRedirect())

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        """The body of the answer to a GET request. `timeout` is in seconds."""
        until = monotonic() + timeout
        try:
            with self._opener.open(Request(url, headers=headers), timeout=timeout) as page:
                return _read(page, until).decode("utf-8")
        except HTTPError as error:
            error.close()
            raise AdapterHTTPError(
                f"status {error.code}",
                status_code=error.code,
                headers={name.lower(): value for name, value in error.headers.items()},
                text="",
            ) from error
        except UnicodeDecodeError as error:
            raise GeocoderParseError("not UTF-8") from error
        except (OSError, HTTPException) as error:
            cause = error.reason if isinstance(error, URLError) else error
            if isinstance(cause, TimeoutError):
                raise GeocoderTimedOut("timed out") from error
            raise GeocoderUnavailable(type(error).__name__) from error

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
        """The same, as JSON."""
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise GeocoderParseError("not JSON") from error


def _read(page: Any, until: float) -> bytes:
    """The whole body. An answer that comes in drops is one that does not come in time."""
    pieces, length = [], 0
    while piece := page.read1(65_536):
        pieces.append(piece)
        length += len(piece)
        if length > LARGEST:
            raise GeocoderParseError("too long")
        if monotonic() > until:
            raise GeocoderTimedOut("timed out")
    return b"".join(pieces)
