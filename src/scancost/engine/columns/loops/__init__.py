"""Loops over arrays that numba compiles together with the kernel (see ../compiled.py).

Plain functions of ints and arrays. Top-level names are distinct across these modules and the
kernel's, for all are put into one module to compile. Read in this order: layout, text, reading,
lots, people, settling, lines.
"""
