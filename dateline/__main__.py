"""The command line: `python -m dateline`."""

from __future__ import annotations

import sys

from dateline.cli import main

if __name__ == "__main__":
    sys.exit(main())
