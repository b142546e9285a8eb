"""One limiter for the whole process: whoever asks whichever service waits for the same turn."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from geopy.extra.rate_limiter import RateLimiter

from dateline.settings import DEFAULTS


class Limiter(RateLimiter):
    """Runs one request at most every `seconds`, and remembers which services want to be left alone until when.

    `limiter(request)` waits for its turn and returns what `request()` returns or raises: nothing is tried twice and
    no error is swallowed. Safe for threads. `clock` and `sleep` count in seconds.
    """

    def __init__(
        self,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(
            _run, min_delay_seconds=seconds, max_retries=0, error_wait_seconds=seconds, swallow_exceptions=False
        )
        self._now, self._pause = clock, sleep
        self._until: dict[str, float] = {}
        self._guard = threading.Lock()

    def _clock(self) -> float:
        return self._now()

    def _sleep(self, seconds: float) -> None:
        self._pause(seconds)

    def leave_alone(self, service: str, seconds: float) -> None:
        """Note that a service wants no request for so long."""
        with self._guard:
            self._until[service] = max(self._now() + seconds, self._until.get(service, 0.0))

    def seconds_left(self, service: str) -> float:
        """How long a service wants to be left alone still; 0.0: it may be asked."""
        with self._guard:
            return max(0.0, self._until.get(service, 0.0) - self._now())


def _run(request: Callable[[], Any]) -> Any:
    return request()


SHARED = Limiter(DEFAULTS.ask_pause)
"""The process's one limiter."""
