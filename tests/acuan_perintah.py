"""Writes ``docs/perintah.md`` from the parsers themselves: ``make acuan``; a test compares the two."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tolok.cli import PERINTAH, make_parser
from tolok.cli.contoh_perintah import CONTOH

PEMBUKA = """\
# Semua perintah

<!-- Dibuat dengan `make acuan` dari bantuan perintah itu sendiri; sebuah uji membandingkannya. -->

Bantuan yang sama tampil di layar dengan `tolok PERINTAH --help`. Pilihan ditulis lengkap, tidak disingkat.
Hasil dicetak ke keluaran standar, kabar dan galat ke keluaran galat; dengan `--format json` keluaran standar hanya
memuat JSON (UTF-8). Berkas ditulis ke berkas sementara lalu diganti namanya: yang sudah ada tidak pernah berubah
setengah.

| kode keluar | arti |
|---|---|
| 0 | selesai |
| 1 | selesai, tetapi pemeriksaan menemukan galat atau perbedaan, atau `muat-paket` atau `impor` ditolak |
| 2 | masukan tidak dapat dibaca atau hasil tidak dapat ditulis; pesannya menyebut tempat dan yang perlu dilakukan |
| 70 | kesalahan di dalam Tolok; laporkan |
| 130, 143, 129 | dihentikan (Ctrl-C, permintaan sistem, terminal ditutup); tidak ada berkas setengah jadi |
| 141 | pembaca keluarannya menutup diri, misalnya `head` |
"""


def list_pengurai() -> Iterator[argparse.ArgumentParser]:
    """Yield the parser of every command and of every action of a command, in the order of the help."""
    yield make_parser()
    for perintah in PERINTAH:
        cabang = _cabang(make_parser(perintah))
        yield cabang[perintah]
        yield from _cabang(cabang[perintah]).values()


def list_pilihan(pengurai: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Yield each argument as it is written, with its help."""
    for aksi in pengurai._actions:
        if isinstance(aksi, argparse._SubParsersAction):
            continue
        nilai = "" if aksi.nargs == 0 else aksi.metavar or f"{{{','.join(aksi.choices or ())}}}"
        tulisan = ", ".join(f"{nama} {nilai}".strip() for nama in aksi.option_strings) or str(nilai)
        wajib = bool(aksi.required and aksi.option_strings)
        yield tulisan, f"{aksi.help}{' (harus diberikan)' if wajib else ''}"


def format_acuan() -> str:
    """Return the whole page."""
    bagian = [PEMBUKA]
    for pengurai in list_pengurai():
        tingkat = "##" if pengurai.prog.count(" ") < 2 else "###"
        bagian.append(f"{tingkat} `{pengurai.prog}`\n\n{pengurai.description}\n")
        if pengurai.epilog and pengurai.prog != "tolok":
            bagian.append(f"{pengurai.epilog}\n")
        baris = [f"| `{nama}` | {arti} |".replace("{", "").replace("}", "") for nama, arti in list_pilihan(pengurai)]
        bagian.append("\n".join(["| tulis | arti |", "|---|---|", *baris]) + "\n")
        bagian.append("\n".join(["```sh", *CONTOH[pengurai.prog], "```"]) + "\n")
    return "\n".join(bagian)


def _cabang(pengurai: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    aksi = (aksi for aksi in pengurai._actions if isinstance(aksi, argparse._SubParsersAction))
    return next((dict(satu.choices) for satu in aksi), {})


if __name__ == "__main__":
    print(format_acuan(), end="")
