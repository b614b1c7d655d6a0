"""
Composite indicators: the values of their parts side by side, and one capaian from those of the parts.

Told in ``docs/rumus/majemuk.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.cetak_angka import format_angka, label_keadaan
from tolok.core.indikator import Gabungan
from tolok.core.jejak import Hasil, Jejak, get_nilai
from tolok.core.kebijakan import Kebijakan
from tolok.core.nilai import (
    AlasanTakTerhitung,
    BagianNilai,
    BelumAda,
    Bilangan,
    Majemuk,
    Nilai,
    TidakDapatDihitung,
    is_tidak_dilaporkan,
    with_tanda,
)
from tolok.core.penilaian import Butir, make_jejak_butir
from tolok.core.satuan import PERSEN

NAMA_GABUNGAN: Final = {
    Gabungan.RATA_RATA: "rata-rata capaian bagiannya",
    Gabungan.BERBOBOT: "rata-rata berbobot capaian bagiannya",
    Gabungan.TERENDAH: "capaian terendah di antara bagiannya",
    Gabungan.SEMUA_TERCAPAI: "100% bila capaian semua bagian sekurang-kurangnya 100%, selain itu 0%",
}
"""What the capaian of a composite indicator is, in words."""


class Bagian(NamedTuple):
    """One part of a composite quantity: the indicator, its printed name, and its own quantity."""

    indikator: str
    nama: str
    hasil: Hasil


def compute_majemuk(daftar: Sequence[Bagian], *, label: str) -> tuple[Nilai, Jejak]:
    """
    Return the values of the parts as one value; if none of them has a value, the reason of the first that matters.

    An unreported part matters most, so that it cannot hide behind another reason.
    """
    anak = tuple(bagian.hasil.jejak for bagian in daftar)
    nilai: Nilai
    if all(isinstance(bagian.hasil.nilai, BelumAda | TidakDapatDihitung) for bagian in daftar):
        nilai = _sebab(label, [(bagian.nama, bagian.hasil.nilai) for bagian in daftar])
    else:
        nilai = with_tanda(
            Majemuk(tuple(BagianNilai(b.indikator, b.hasil.nilai, b.hasil.digit) for b in daftar)),
            *(tanda for bagian in daftar for tanda in bagian.hasil.nilai.tanda),
        )
    return nilai, Jejak("majemuk", label, nilai, anak, catatan=f"{len(daftar)} bagian.")


def compute_gabungan(
    daftar: Sequence[Butir], *, label: str, gabungan: Gabungan, kebijakan: Kebijakan
) -> tuple[Nilai, Jejak]:
    """
    Return the capaian of a composite indicator in points of percent, raw, from the raw capaian of its parts.

    The cap of the policy is put on the whole afterwards, as on any capaian. A part without a value leaves the whole
    without one, and is named; only a part that was not reported counts as 0 where the policy says so for averages.
    Marks of all parts travel on.

    :source: domain handbook 9.3, 9.4 and 9.7
    """
    masuk = tuple(make_jejak_butir(butir, kebijakan) for butir in daftar)
    isi, catatan = _gabung(daftar, masuk, label, gabungan)
    nilai = with_tanda(isi, *(tanda for butir in daftar for tanda in butir.capaian.tanda))
    return nilai, Jejak(f"capaian.gabungan_{gabungan}", label, nilai, masuk, catatan=catatan)


def _gabung(
    daftar: Sequence[Butir], masuk: Sequence[Jejak], label: str, gabungan: Gabungan
) -> tuple[Nilai, str | None]:
    """Return the combined capaian and a remark on how it came about."""
    daftar_angka = [jejak.nilai.angka for jejak in masuk if isinstance(jejak.nilai, Bilangan)]
    if len(daftar_angka) < len(daftar) or not daftar:
        return _sebab(label, [(b.label, get_nilai(jejak)) for b, jejak in zip(daftar, masuk, strict=True)]), None
    match gabungan:
        case Gabungan.RATA_RATA:
            return Bilangan(sum(daftar_angka, NOL) / len(daftar_angka), PERSEN), f"{len(daftar)} bagian."
        case Gabungan.TERENDAH:
            terendah = min(daftar_angka)
            nama = next(b.label for b, angka in zip(daftar, daftar_angka, strict=True) if angka == terendah)
            return Bilangan(terendah, PERSEN), f"Terendah: {nama}."
        case Gabungan.SEMUA_TERCAPAI:
            kurang = [b.label for b, angka in zip(daftar, daftar_angka, strict=True) if angka < SERATUS]
            catatan = f"Belum tercapai: {', '.join(kurang)}." if kurang else "Semua bagian tercapai."
            return Bilangan(NOL if kurang else SERATUS, PERSEN), catatan
    return _berbobot(daftar, daftar_angka, label)


def _berbobot(daftar: Sequence[Butir], daftar_angka: Sequence[Angka], label: str) -> tuple[Nilai, str | None]:
    tanpa = [butir.label for butir in daftar if butir.bobot is None]
    daftar_bobot = [butir.bobot for butir in daftar if butir.bobot is not None]
    jumlah = sum(daftar_bobot, NOL)
    if tanpa or jumlah == NOL:
        sebab = f"bobot {', '.join(tanpa)} belum diisi" if tanpa else "jumlah bobot bagiannya nol"
        pesan = f"{label}: {sebab}; isi bobot setiap bagian."
        return TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, pesan), None
    angka = sum((a * bobot for a, bobot in zip(daftar_angka, daftar_bobot, strict=True)), NOL) / jumlah
    return Bilangan(angka, PERSEN), f"Bobot {' : '.join(format_angka(bobot) for bobot in daftar_bobot)}."


def _sebab(label: str, daftar: Sequence[tuple[str, Nilai]]) -> BelumAda | TidakDapatDihitung:
    """Return why a whole has no value, with the name of the part; an unreported part before others."""
    kosong = [(nama, nilai) for nama, nilai in daftar if isinstance(nilai, BelumAda | TidakDapatDihitung)]
    if not kosong:
        return TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, f"{label}: belum mempunyai bagian.")
    nama, nilai = next((satu for satu in kosong if is_tidak_dilaporkan(satu[1])), kosong[0])
    sebab = nilai.keterangan or f"{label_keadaan(nilai)}."
    pesan = f"Bagian {nama}: {sebab[0].lower() if not nilai.keterangan else sebab[0]}{sebab[1:]}"
    if isinstance(nilai, BelumAda):
        return BelumAda(nilai.alasan, pesan)
    return TidakDapatDihitung(nilai.alasan, pesan)
