"""Readers: the bytes of one file become neutral blocks (``core.bacaan.blok``), one module per format."""
