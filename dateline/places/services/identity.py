"""Who asks: services want a user agent that names the user, and some an account."""

from __future__ import annotations

import re

from dateline.places.services.catalogue import Known
from dateline.places.services.errors import NotAskable

LONGEST = 200
_WHAT = "Name yourself or your project and how to reach you, like “newsmap (anna@example.org)”."
_LIBRARY = re.compile(
    r"(?:geopy|python-requests|python-urllib|python|urllib|requests|httpx|aiohttp|curl|wget|java|mozilla)\b", re.I
)
# What documentation shows as an example, or names this program and not who uses it.
_NOBODY = frozenset(
    (
        "dateline", "my-application", "my_app", "my_app/1", "my_user_agent/1.0", "specify_your_app_name_here",
        "user-agent", "user_agent", "test", "app", "example", "newsmap (anna@example.org)",
        "your project (you@example.org)",
    )
)  # fmt: skip


def checked_user_agent(text: str) -> str:
    """The user agent as it is sent. Raises NotAskable, with the reason, for one that does not say who asks."""
    agent = text.strip()
    if not agent:
        raise NotAskable(f"A user agent of your own is wanted: the services refuse requests without one. {_WHAT}")
    if len(agent) > LONGEST:
        raise NotAskable(f"The user agent is longer than {LONGEST} characters. {_WHAT}")
    if not (agent.isascii() and agent.isprintable()):
        raise NotAskable(f"A user agent can hold only plain Latin letters, digits and signs. {_WHAT}")
    if agent.casefold() in _NOBODY or _LIBRARY.match(agent) or not re.search(r"[A-Za-z]{2}", agent):
        raise NotAskable(f"The user agent “{agent}” does not say who asks, and the services refuse such. {_WHAT}")
    return agent


def checked_account(text: str, known: Known) -> str:
    """The user name at a service that wants one. Raises NotAskable."""
    name = text.strip()
    if not name or len(name) > LONGEST or not name.isprintable():
        raise NotAskable(f"{known.label} wants the user name of an account there. {known.remedy}")
    return name
