"""
Published files become data: ``pembaca`` gives neutral blocks, ``susun`` makes logical tables of them, ``pengenal``
says what they mean (``core.bacaan``). Nothing here writes; what is read is a proposal that a person confirms.
"""
