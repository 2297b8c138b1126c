"""`python -m scancost`."""

from scancost.cli import main

main()
