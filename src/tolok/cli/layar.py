"""What a command says: results to stdout, messages to stderr, plain when nobody watches."""

from __future__ import annotations

import json
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console


class GalatMasukan(Exception):
    """The input cannot be used; the message (Indonesian) says what, where and what to do. Exit code 2."""


class Layar:
    """The two consoles of a command; what makes them is imported when something is said, not for ``--help``."""

    @cached_property
    def hasil(self) -> Console:
        """Where results go."""
        from rich.console import Console

        return Console(highlight=False, soft_wrap=not sys.stdout.isatty())

    @cached_property
    def pesan(self) -> Console:
        """Where messages go."""
        from rich.console import Console

        return Console(stderr=True, highlight=False, soft_wrap=not sys.stderr.isatty())

    def json(self, isi: Any) -> None:
        """Print one JSON object as UTF-8 on stdout."""
        sys.stdout.write(json.dumps(isi, ensure_ascii=False) + "\n")

    def galat(self, teks: str) -> None:
        """Print an error message on stderr."""
        self.pesan.print(f"[bold red]Tidak dapat dikerjakan.[/] {_aman(teks)}", markup=True)


def _aman(teks: str) -> str:
    return teks.replace("[", r"\[")
