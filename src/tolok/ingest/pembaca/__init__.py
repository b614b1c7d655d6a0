"""Readers: one file format each, from bytes to the neutral blocks of ``core.bacaan.blok``."""
