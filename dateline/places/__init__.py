"""Places: toponyms found, resolved to the gazetteer, and told apart by their role."""

from dateline.places.reading import read

__all__ = ["read"]
