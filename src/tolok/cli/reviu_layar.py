"""What ``tolok reviu`` shows on a terminal: findings by how much they matter, each with its place and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from rich.markup import escape

from tolok.core.reviu.daftar import DAFTAR_ATURAN
from tolok.core.reviu.sebutan import (
    SEBUTAN_KEYAKINAN,
    SEBUTAN_TINGKAT,
    format_daftar_tempat,
    format_jumlah,
    format_tempat,
)
from tolok.core.reviu.temuan import TingkatTemuan
from tolok.core.reviu.terima import make_sidik

if TYPE_CHECKING:
    from tolok.cli.konsol import Konsol
    from tolok.core.bacaan.dokumen import BerkasTerbaca
    from tolok.core.reviu.temuan import Temuan
    from tolok.core.reviu.terima import TemuanDiterima

_GAYA: Final = {TingkatTemuan.GALAT: "bold red", TingkatTemuan.PERINGATAN: "yellow", TingkatTemuan.SARAN: "cyan"}
_TEMPAT_LAIN: Final = 4


def print_temuan(
    daftar_berkas: Sequence[BerkasTerbaca],
    daftar: Sequence[Temuan],
    diterima: Sequence[TemuanDiterima],
    konsol: Konsol,
) -> None:
    """Print the findings grouped by level, then a line that sums up."""
    banyak_berkas = len(daftar_berkas)
    for tingkat, sebutan in SEBUTAN_TINGKAT.items():
        kelompok = [satu for satu in daftar if satu.tingkat is tingkat]
        if kelompok:
            konsol.print(f"\n[{_GAYA[tingkat]}]{sebutan} ({len(kelompok)})[/]")
        for satu in kelompok:
            _print_satu(satu, konsol, sebut_berkas=banyak_berkas > 1)
    konsol.print(
        f"\n{sum(len(berkas.dokumen) for berkas in daftar_berkas)} dokumen dalam {banyak_berkas} berkas: "
        + format_jumlah(daftar)
        + (f"; {len(diterima)} diterima dengan alasan" if diterima else "")
        + "."
    )
    for berkas in daftar_berkas:
        for catatan in berkas.catatan:
            konsol.print(f"[yellow]Catatan[/] {escape(berkas.berkas)}: {escape(catatan)}")


def _print_satu(satu: Temuan, konsol: Konsol, *, sebut_berkas: bool) -> None:
    aturan = DAFTAR_ATURAN[satu.aturan]
    konsol.print(f"  [bold]{escape(format_tempat(satu.letak, sebut_berkas=sebut_berkas))}[/]  {escape(aturan.judul)}")
    if satu.tercetak:
        akibat = f" → [bold]{escape(satu.seharusnya)}[/]" if satu.seharusnya is not None else ""
        konsol.print(f"    “{escape(_ringkas(satu.tercetak))}”{akibat}")
    konsol.print(f"    {escape(satu.pesan)}")
    if satu.letak_lain:
        daftar = [format_tempat(t, sebut_berkas=sebut_berkas) for t in satu.letak_lain]
        konsol.print(f"    [dim]Juga: {escape(format_daftar_tempat(daftar, paling_banyak=_TEMPAT_LAIN))}[/]")
    konsol.print(f"    [dim]{SEBUTAN_KEYAKINAN[satu.keyakinan]} · {satu.aturan} · {make_sidik(satu)}[/]")


def _ringkas(teks: str, panjang: int = 160) -> str:
    rapat = " ".join(teks.split())
    return rapat if len(rapat) <= panjang else rapat[: panjang - 1] + "…"
