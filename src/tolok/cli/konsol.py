"""The console of ``rich``, in a module of its own: it is imported when something is said, not for ``--help``."""

from __future__ import annotations

from typing import NoReturn

from rich.console import Console


class Konsol(Console):
    """A console that leaves a closed pipe to the caller, who knows the exit code."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise what every other write raises."""
        raise BrokenPipeError
