"""A formula with letters for names, and with counts for letters."""

from __future__ import annotations

from collections.abc import Mapping

from tolok.core.dokumen.rumus_cetak import HurufRumus, RumusCetak
from tolok.core.dokumen.sel import Sel
from tolok.core.gabungan import NAMA_GABUNGAN
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.nilai import Bilangan
from tolok.core.periode import Periode, shift_periode
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.nisbah import iter_peubah
from tolok.core.rumus.nodes import Negatif, Operasi, Panggilan, Peubah, Simpul
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import label_terbaca, with_nilai

_ALFABET = "abcdefghijkmnpqrstuvwxyz"
"""Letters of a formula; ``l`` and ``o`` are left out because they read as one and zero."""


def compile_rumus(hasil: HasilTahun, indikator: EdisiIndikator, periode: Periode | None = None) -> RumusCetak:
    """
    Return the formula of an indicator with letters and legend.

    :param periode: also put in the counts of this period
    """
    if not indikator.rumus:
        return RumusCetak(keterangan=_asal(hasil, indikator, periode))
    try:
        simpul = parse_rumus(indikator.rumus)
    except GalatRumus:
        return RumusCetak(keterangan=f"Rumus belum dapat dibaca: {indikator.rumus}")
    daftar_peubah = tuple(dict.fromkeys(iter_peubah(simpul)))
    huruf_per_peubah = {peubah: letter(nomor) for nomor, peubah in enumerate(daftar_peubah)}
    daftar_huruf = tuple(_huruf(hasil, peubah, huruf, periode) for peubah, huruf in huruf_per_peubah.items())
    return RumusCetak(
        simpul=rename_peubah(simpul, {p: Peubah(h) for p, h in huruf_per_peubah.items()}),
        daftar_huruf=daftar_huruf,
        terisi=_terisi(hasil, indikator, periode),
    )


def _terisi(hasil: HasilTahun, indikator: EdisiIndikator, periode: Periode | None) -> Simpul | None:
    """Return the formula with the counts its value was computed from; none where the value came otherwise."""
    if periode is None:
        return None
    realisasi = hasil.realisasi(indikator.indikator, periode)
    if not isinstance(realisasi.nilai, Bilangan):
        return None
    try:
        return with_nilai(realisasi.jejak)
    except ValueError:
        return None


def _asal(hasil: HasilTahun, indikator: EdisiIndikator, periode: Periode | None) -> str:
    if indikator.gabungan is not None:
        daftar_nama = "; ".join(bagian.nama for bagian in hasil.daftar_bagian(indikator.indikator, periode))
        return f"Majemuk; capaiannya {NAMA_GABUNGAN[indikator.gabungan]}. Bagiannya: {daftar_nama}."
    if indikator.sumber_data:
        return f"Tanpa rumus; nilainya diambil dari {'; '.join(indikator.sumber_data)}."
    return "Tanpa rumus; nilainya diberikan dari luar."


def _huruf(hasil: HasilTahun, peubah: Peubah, huruf: str, periode: Periode | None) -> HurufRumus:
    variabel = hasil.find_variabel(peubah.label)
    if variabel is None or periode is None:
        return HurufRumus(huruf=huruf, label=label_terbaca(peubah))
    nilai = hasil.nilai_variabel(variabel.id, shift_periode(periode, peubah.geser))
    return HurufRumus(huruf=huruf, label=label_terbaca(peubah), nilai=Sel.from_hasil(nilai), satuan=variabel.satuan)


def letter(nomor: int) -> str:
    """Return the letter of the variable at this place (from 0); after the alphabet ``a1``, ``b1`` …"""
    putaran, tempat = divmod(nomor, len(_ALFABET))
    return f"{_ALFABET[tempat]}{putaran or ''}"


def rename_peubah(simpul: Simpul, ganti: Mapping[Peubah, Simpul]) -> Simpul:
    """Return the formula with other names, or with numbers, for its variables."""
    match simpul:
        case Peubah():
            return ganti[simpul]
        case Negatif(isi=isi):
            return Negatif(rename_peubah(isi, ganti))
        case Operasi(operator=operator, kiri=kiri, kanan=kanan):
            return Operasi(operator, rename_peubah(kiri, ganti), rename_peubah(kanan, ganti))
        case Panggilan(fungsi=fungsi, argumen=argumen):
            return Panggilan(fungsi, tuple(rename_peubah(satu, ganti) for satu in argumen))
        case _:
            return simpul
