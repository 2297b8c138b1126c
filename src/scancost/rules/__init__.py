"""Deciding (SPEC 4): pure and explained. Rules return findings, never a sentence."""
