"""What can go wrong with a backup or a restore, as told to an administrator."""

from __future__ import annotations


class GalatPemulihan(Exception):
    """It cannot be done; the message (Indonesian) says what, where and what to do, and that nothing has changed."""
