"""The command line: options to one call, its result to an exit code."""

import os


def main() -> None:
    """The program."""
    # pydantic looks for plug-ins in every installed package: a tenth of a second for nothing here
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from scancost.cli.app import app

    app()
