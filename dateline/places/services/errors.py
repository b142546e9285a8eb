"""What can go wrong when a geocoding service is asked, as errors whose text is fit for the reader."""

from __future__ import annotations

from geopy.adapters import AdapterHTTPError
from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQuotaExceeded,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)

from dateline.places.services.catalogue import Known

WAIT_SECONDS = 60.0
"""How long a service is left alone that has had too many requests and does not say how long it wants to wait."""
LONGEST_WAIT = 86_400.0
UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)
"""What geopy's readers raise on an answer that has not the form they expect."""


class ServiceError(GeocoderServiceError):
    """A service cannot be asked or did not answer; `str()` says why and what to do."""


class NotAskable(ServiceError):
    """The request was not made: no user agent of one's own, no user name, no service of that name."""


class ServiceRefused(ServiceError):
    """The service does not want to answer this user (401, 403): its user agent, account or behaviour."""


class TooManyRequests(ServiceError):
    """The service has had enough requests for now (429, quota). `seconds` is how long to leave it alone."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class ServiceFailed(ServiceError):
    """The service is out of order (5xx), cannot be reached, or does not take the question."""


class ServiceTimedOut(ServiceError):
    """The service did not answer in time."""


class BadAnswer(ServiceError):
    """The service answered something that is no list of places."""


def translated(error: Exception, known: Known, timeout: float) -> ServiceError:
    """The error that geopy raised, as one for the reader. `timeout` is in seconds."""
    if isinstance(error, ServiceError):
        return error
    status, name = _status(error), known.label
    if isinstance(error, GeocoderQuotaExceeded) or status == 429:
        return too_many(known, getattr(error, "retry_after", None))
    if isinstance(error, GeocoderInsufficientPrivileges | GeocoderAuthenticationFailure) or status in (401, 403):
        return ServiceRefused(f"{name} refused to answer{_told(status)}. {known.remedy} Its rules: {known.rules}")
    if status is not None and status >= 500:
        return ServiceFailed(f"{name} is out of order{_told(status)}. Try again later, or ask another service.")
    if status is not None:
        return ServiceFailed(f"{name} did not take the question{_told(status)}. Ask another service.")
    if isinstance(error, GeocoderTimedOut):
        return ServiceTimedOut(
            f"{name} did not answer within {timeout:g} seconds. Try again later, or ask another service."
        )
    if isinstance(error, GeocoderUnavailable):
        return ServiceFailed(f"{name} cannot be reached. Check the network, or ask another service.")
    if isinstance(error, GeocoderParseError) or not isinstance(error, GeocoderServiceError):
        return bad_answer(known)
    return ServiceFailed(f"{name} did not take the question. Try again later, or ask another service.")


def too_many(known: Known, seconds: float | None) -> TooManyRequests:
    """The error of a service that is to be left alone for so many seconds; None: it does not say."""
    wait = min(WAIT_SECONDS if seconds is None else max(seconds, 1.0), LONGEST_WAIT)
    return TooManyRequests(
        f"{known.label} has had too many requests. Wait {_duration(wait)}, then ask again, or ask another service.",
        wait,
    )


def bad_answer(known: Known) -> BadAnswer:
    """The error of a service whose answer cannot be read."""
    return BadAnswer(f"{known.label} gave an answer that cannot be read. Try again later, or ask another service.")


def _status(error: Exception) -> int | None:
    """The HTTP status behind an error: of the response, or what Nominatim puts in the body of one."""
    if isinstance(error.__cause__, AdapterHTTPError):
        return int(error.__cause__.status_code)
    body = error.args[0] if error.args else None
    code = body.get("code") if isinstance(body, dict) else None
    return code if isinstance(code, int) else None


def _told(status: int | None) -> str:
    return f" (status {status})" if status is not None else ""


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} second{'' if round(seconds) == 1 else 's'}"
    return f"{seconds / 60:.0f} minutes" if seconds < 5400 else f"{seconds / 3600:.0f} hours"
