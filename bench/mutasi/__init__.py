"""Mutation run over the numeric core: ``python -m bench.mutasi``."""
