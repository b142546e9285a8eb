"""What can be wrong with an article, as an error whose text is fit for the reader."""

from __future__ import annotations


class IngestError(ValueError):
    """The input cannot be read as an article; `str()` says why and what to do."""
