"""The version of the engine, written into every analysis."""

VERSION = "0.1.0"
