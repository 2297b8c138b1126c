"""The command line: options to one call, its result to an exit code."""

import gc
import os
import sys


def main() -> None:
    """The program."""
    gc.set_threshold(100_000, 20, 20)  # start-up makes many objects that all live on
    # pydantic looks for plug-ins in every installed package: a tenth of a second for nothing here
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from scancost.cli.app import app

        app()
    except KeyboardInterrupt:  # before a command could take it; commands answer for themselves
        sys.exit(130)
