"""How a process that computes years is set up: the cycle collector of Python, and Django in one beside the first."""

from __future__ import annotations

import gc

import django


def settle_pengumpul() -> None:
    """
    Leave what is loaded by now alone, and look for cycles less often.

    Computed years stay in memory and hold hundreds of thousands of objects without a cycle among them. With Python's
    own thresholds the collector walks through them so often that it takes a third of the time of a computation.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def wake_proses() -> None:
    """Make a new process ready; it must not import a model before."""
    django.setup()
    settle_pengumpul()
