"""The kernel and the loops, compiled from their own source.

numba keeps what it compiled on disk, but does not notice that a function which the kept one calls was
edited. So all sources go into one module in a folder of the user's cache whose name is a hash of
them (and of the versions of Python, numba and numpy): another source, another folder.
"""

from __future__ import annotations

import ast
import atexit
import hashlib
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

KERNEL = ("money", "settle", "ledger", "outcome", "walk")
LOOPS = ("layout", "text", "reading", "judging", "lots", "lines", "people", "settling")
KEPT = "kept"  # a file that says so
INLINED = ("text", "reading", "judging")  # small functions called for every cell
BESIDE = ("machine.py",)  # what the loops import, besides

HEADING = '''"""Generated from kernel/ and engine/columns/loops/: do not edit."""

from __future__ import annotations

import numpy as np
from numba import njit

from scancost.amounts import LARGEST_CENTS
from scancost.engine.columns.machine import (
    load_8, move, move_from, move_to, store_8, trailing_zeros
)

Any = None
compiled = njit(cache=True, nogil=True, error_model="numpy")
inlined = njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
'''


def cache_folder() -> Path:
    """SCANCOST_CACHE, else the platform's folder for what can be made again."""
    if chosen := os.environ.get("SCANCOST_CACHE"):
        return Path(chosen)
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "scancost"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(local) / "scancost" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "scancost"
    return Path.home() / ".cache" / "scancost"


def sources(package: Path) -> list[Path]:
    """The files to compile, in order; `package` is the folder of scancost."""
    columns = package / "engine" / "columns"
    kernel = [package / "kernel" / f"{name}.py" for name in KERNEL]
    return kernel + [columns / "loops" / f"{name}.py" for name in LOOPS]


def key(package: Path) -> str:
    """A hash of every file the compiled code comes from, and of the versions that compile it."""
    found = hashlib.sha256()
    libraries = [version(name) for name in ("numba", "numpy", "llvmlite")]
    versions = (sys.version, *libraries, HEADING, INLINED)
    found.update(repr(versions).encode())
    columns = package / "engine" / "columns"
    every = sorted((package / "kernel").glob("*.py"))
    every += sources(package)[len(KERNEL) :]
    every += [package / "amounts.py", *(columns / name for name in BESIDE)]
    for path in every:
        content = path.read_bytes()
        found.update(f"{path.name} {len(content)}\n".encode() + content)
    return found.hexdigest()[:24]


def source_of(package: Path) -> str:
    """One module of all functions and constants, each function marked to be compiled."""
    parts = [HEADING]
    names: set[str] = set()
    for path in sources(package):
        text = path.read_text("utf-8")
        for node in ast.parse(text).body:
            if isinstance(node, (ast.Import, ast.ImportFrom)) or _is_docstring(node):
                continue
            if isinstance(node, ast.FunctionDef):
                mark = "inlined" if path.stem in INLINED else "compiled"
                parts.append(f"\n\n@{mark}\n")
                defined = {node.name}
            else:
                stored = (each for each in ast.walk(node) if isinstance(each, ast.Name))
                defined = {each.id for each in stored if isinstance(each.ctx, ast.Store)}
            if names & defined:
                raise ValueError(f"{path}: defined twice: {sorted(names & defined)}")
            names |= defined
            parts.append((ast.get_source_segment(text, node) or "") + "\n")
    return "".join(parts)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def is_kept() -> bool:
    """Whether everything was compiled before, and is kept: else that takes most of a minute."""
    package = Path(__file__).resolve().parents[2]
    return (cache_folder() / "compiled" / key(package) / KEPT).exists()


def keep() -> None:
    """After a run: everything it needs was compiled."""
    with suppress(OSError):
        Path(loops().__file__).with_name(KEPT).touch()


def _folder(name: str) -> Path:
    """The folder of this key; where the cache cannot be written, one that vanishes with this process."""
    folder = cache_folder() / "compiled" / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        own = tempfile.mkdtemp(prefix="scancost-compiled-")
        atexit.register(shutil.rmtree, own, ignore_errors=True)
        return Path(own)


def load(package: Path) -> Any:
    """The compiled module of the sources under `package`. What it compiles is kept on disk."""
    name = key(package)
    path = _folder(name) / "scancost_compiled.py"
    if not path.exists():
        handle, part = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(source_of(package))
        os.replace(part, path)
    spec = spec_from_file_location(f"scancost_compiled_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def loops() -> Any:
    """The compiled loops of this program."""
    return load(Path(__file__).resolve().parents[2])
