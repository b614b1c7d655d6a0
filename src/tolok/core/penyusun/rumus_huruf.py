"""A formula with letters for names, and with counts for letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from tolok.core.dokumen.rumus_cetak import HurufRumus, RumusCetak
from tolok.core.dokumen.sel import Sel
from tolok.core.hasil_tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.nilai import Bilangan
from tolok.core.periode import Periode
from tolok.core.rumus.nodes import BilanganTetap, Negatif, Operasi, Panggilan, Peubah, Simpul
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import label_terbaca

_ALFABET = "abcdefghijkmnpqrstuvwxyz"
"""Letters of a formula; ``l`` and ``o`` are left out because they read as one and zero."""


def compile_rumus(hasil: HasilTahun, indikator: EdisiIndikator, periode: Periode | None = None) -> RumusCetak:
    """
    Return the formula of an indicator with letters and legend.

    :param periode: also put in the counts of this period
    """
    if not indikator.rumus:
        return RumusCetak(keterangan=_asal(indikator))
    simpul = parse_rumus(indikator.rumus)
    daftar_peubah = list(dict.fromkeys(list_peubah(simpul)))
    huruf_per_peubah = {peubah: letter(nomor) for nomor, peubah in enumerate(daftar_peubah)}
    daftar_huruf = tuple(
        _huruf(hasil, peubah, huruf, periode) for peubah, huruf in huruf_per_peubah.items()
    )
    isian = {
        peubah: BilanganTetap(satu.nilai.nilai.angka)
        for peubah, satu in zip(daftar_peubah, daftar_huruf, strict=True)
        if satu.nilai is not None and isinstance(satu.nilai.nilai, Bilangan)
    }
    lengkap = bool(isian) and len(isian) == len(daftar_peubah)
    return RumusCetak(
        simpul=substitute(simpul, {p: Peubah(h) for p, h in huruf_per_peubah.items()}),
        daftar_huruf=daftar_huruf,
        terisi=substitute(simpul, isian) if lengkap else None,
    )


def _asal(indikator: EdisiIndikator) -> str:
    if indikator.sumber_data:
        return f"Tanpa rumus; nilainya diambil dari {'; '.join(indikator.sumber_data)}."
    return "Tanpa rumus; nilainya diberikan dari luar."


def _huruf(hasil: HasilTahun, peubah: Peubah, huruf: str, periode: Periode | None) -> HurufRumus:
    variabel = next((satu for satu in hasil.data.daftar_variabel if satu.label == peubah.label), None)
    if variabel is None or periode is None:
        return HurufRumus(huruf=huruf, label=label_terbaca(peubah))
    nilai = hasil.nilai_variabel(variabel.id, shift_periode(periode, peubah.geser))
    return HurufRumus(
        huruf=huruf, label=label_terbaca(peubah), nilai=Sel.from_hasil(nilai), satuan=variabel.satuan
    )


def shift_periode(periode: Periode, geser: str) -> Periode:
    """Return the period that ``@tahun_lalu`` or ``@triwulan_lalu`` points to, seen from ``periode``."""
    match geser:
        case "tahun_lalu":
            return replace(periode, tahun=periode.tahun - 1)
        case "triwulan_lalu":
            triwulan = periode.triwulan or 4
            return Periode(periode.tahun, triwulan - 1) if triwulan > 1 else Periode(periode.tahun - 1, 4)
        case _:
            return periode


def letter(nomor: int) -> str:
    """Return the letter of the variable at this place (from 0); after the alphabet ``a1``, ``b1`` …"""
    putaran, tempat = divmod(nomor, len(_ALFABET))
    return f"{_ALFABET[tempat]}{putaran or ''}"


def list_peubah(simpul: Simpul) -> Iterator[Peubah]:
    """Yield the variables of a formula from left to right, each as often as it stands there."""
    match simpul:
        case Peubah():
            yield simpul
        case Negatif(isi=isi):
            yield from list_peubah(isi)
        case Operasi(kiri=kiri, kanan=kanan):
            yield from list_peubah(kiri)
            yield from list_peubah(kanan)
        case Panggilan(argumen=argumen):
            for satu in argumen:
                yield from list_peubah(satu)
        case BilanganTetap():
            return


def substitute(simpul: Simpul, ganti: Mapping[Peubah, Simpul]) -> Simpul:
    """Return the formula with variables replaced; one without a replacement stays."""
    return _map_peubah(simpul, lambda peubah: ganti.get(peubah, peubah))


def _map_peubah(simpul: Simpul, ubah: Callable[[Peubah], Simpul]) -> Simpul:
    match simpul:
        case Peubah():
            return ubah(simpul)
        case Negatif(isi=isi):
            return Negatif(_map_peubah(isi, ubah))
        case Operasi(operator=operator, kiri=kiri, kanan=kanan):
            return Operasi(operator, _map_peubah(kiri, ubah), _map_peubah(kanan, ubah))
        case Panggilan(fungsi=fungsi, argumen=argumen):
            return Panggilan(fungsi, tuple(_map_peubah(satu, ubah) for satu in argumen))
        case BilanganTetap():
            return simpul
