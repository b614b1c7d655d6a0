"""Frozen models of the documents of the cycle, and the cell they are made of."""
