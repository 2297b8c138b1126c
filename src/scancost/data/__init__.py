"""Dated tables with source and status (YAML), and the frozen models that describe them."""
