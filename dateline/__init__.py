"""Dateline: where a news article happens, who acts, who stands where toward whom, and when."""

from dateline.analyse import analyse
from dateline.version import VERSION as __version__

__all__ = ["__version__", "analyse"]
