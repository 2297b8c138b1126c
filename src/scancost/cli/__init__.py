"""The command line: options to one call, its result to an exit code."""


def main() -> None:
    """The program."""
    from scancost.cli.app import app

    app()
