"""Readers, one for each kind of file: bytes become neutral blocks with their place (``core.bacaan.blok``)."""
