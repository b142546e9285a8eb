"""Baking the gazetteer from pinned packages: one source of places a module."""
