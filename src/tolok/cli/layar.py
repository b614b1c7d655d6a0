"""What a command says: results to stdout, messages to stderr, plain when nobody watches."""

from __future__ import annotations

import codecs
import io
import json
import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TextIO

if TYPE_CHECKING:
    from tolok.cli.konsol import Konsol

PENGGANTI: Final = {
    "−": "-", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u2009": " ",
    "×": "x", "÷": ":", "≤": "<=", "≥": ">=", "•": "-", "→": "->",
}  # fmt: skip
"""What stands for a character that the terminal cannot show; for any other it is a question mark."""
_PENGURUS: Final = "tolok.pengganti"


class GalatMasukan(Exception):
    """The input cannot be used; the message (Indonesian) says what, where and what to do. Exit code 2."""


class Layar:
    """The two consoles of a command."""

    def __init__(self) -> None:
        codecs.register_error(_PENGURUS, _ganti)
        self._luaran = _siapkan(sys.stdout)
        self._galat = _siapkan(sys.stderr)

    @cached_property
    def hasil(self) -> Konsol:
        """Where results go."""
        from tolok.cli.konsol import Konsol

        return Konsol(file=self._luaran, highlight=False, soft_wrap=not self._luaran.isatty())

    @cached_property
    def pesan(self) -> Konsol:
        """Where messages go."""
        from tolok.cli.konsol import Konsol

        return Konsol(file=self._galat, stderr=True, highlight=False, soft_wrap=not self._galat.isatty())

    def json(self, isi: Any) -> None:
        """Print one JSON object on stdout, as UTF-8 whatever the terminal uses."""
        teks = json.dumps(isi, ensure_ascii=False) + "\n"
        wadah = getattr(self._luaran, "buffer", None)
        if wadah is None:
            self._luaran.write(teks)
        else:
            wadah.write(teks.encode("utf-8", _PENGURUS))

    def galat(self, teks: str) -> None:
        """Print an error message on stderr."""
        from rich.markup import escape

        self.pesan.print(f"[bold red]Tidak dapat dikerjakan.[/] {escape(teks)}", markup=True)

    def tuntaskan(self) -> None:
        """
        Bring everything printed so far to its reader.

        :raises OSError: if it cannot get there: the pipe is closed, the disk behind it is full
        """
        self._luaran.flush()

    def lepaskan(self) -> None:
        """Let go of stdout after it failed, so that Python does not try once more when it ends."""
        try:
            nomor = self._luaran.fileno()
        except (OSError, ValueError):
            return
        kosong = os.open(os.devnull, os.O_WRONLY)
        os.dup2(kosong, nomor)
        os.close(kosong)


def _siapkan(aliran: TextIO | None) -> TextIO:
    """Return a stream that prints any text: characters it cannot show are replaced, a closed stream swallows all."""
    if aliran is None:
        return io.StringIO()
    if isinstance(aliran, io.TextIOWrapper):
        aliran.reconfigure(errors=_PENGURUS)
    return aliran


def _ganti(galat: UnicodeError) -> tuple[str, int]:
    if not isinstance(galat, UnicodeEncodeError):
        raise galat
    potong = galat.object[galat.start : galat.end]
    return "".join(PENGGANTI.get(huruf, "?") for huruf in potong), galat.end
