"""The command line: options to one call, its result to an exit code."""

import atexit
import gc
import importlib
import os
import sys
from types import ModuleType


def _without_plug_ins() -> None:
    """Tell pydantic that there are no plug-ins, without a search of every installed package.

    Its loader imports importlib.metadata (and with it email, csv, zipfile) even when plug-ins are
    switched off; a stand-in answers while it is imported, and the real module is there again after.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if "importlib.metadata" in sys.modules:
        return
    stand_in = ModuleType("importlib.metadata")
    stand_in.entry_points = tuple  # type: ignore[attr-defined]
    sys.modules["importlib.metadata"] = stand_in
    try:
        importlib.import_module("pydantic.plugin._loader")
    except ImportError:  # another pydantic: it finds the real module by itself
        pass
    finally:
        del sys.modules["importlib.metadata"]


def main() -> None:
    """The program."""
    gc.set_threshold(100_000, 20, 20)  # start-up makes many objects that all live on
    atexit.register(gc.freeze)  # the end of the process frees them: no last search through them all
    try:
        _without_plug_ins()
        from scancost.cli import streams

        streams.prepare()
        streams.no_forced_color()
        from scancost.cli.app import app
        from scancost.cli.running import code_of

        code = code_of(app)
    except KeyboardInterrupt:  # before a command could take it; commands answer for themselves
        code = 130
    sys.exit(code)
