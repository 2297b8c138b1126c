"""What stands under a name: a file that can be read again and replaced, or something else."""

from __future__ import annotations

import stat
from pathlib import Path


def is_special(path: Path) -> bool:
    """Whether a pipe, a device or the like is there (a link counts as what it leads to): it is read
    once, and never replaced. Raises OSError where nobody can tell, not where nothing is there."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
