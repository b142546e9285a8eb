"""Where the benchmarks find texts with answers and their scorers: a folder given with --eval or DATELINE_EVAL.

The texts are other people's and are not part of this repository. The folder holds `dev/*.jsonl` and `score_*.py`.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType


def eval_folder(parser: argparse.ArgumentParser, argv: list[str] | None = None) -> tuple[Path, argparse.Namespace]:
    """Parse the command line with --eval added; exits with a message when there is no such folder."""
    parser.add_argument(
        "--eval", default=os.environ.get("DATELINE_EVAL"), help="folder with dev/*.jsonl and score_*.py"
    )
    args = parser.parse_args(argv)
    if not args.eval or not Path(args.eval).is_dir():
        parser.error("give the folder of texts with answers: --eval FOLDER or DATELINE_EVAL=FOLDER")
    return Path(args.eval), args


def scorer(folder: Path, name: str) -> ModuleType:
    """The scorer module `score_NAME.py` of an eval folder."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location(f"score_{name}", folder / f"score_{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / f"score_{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
