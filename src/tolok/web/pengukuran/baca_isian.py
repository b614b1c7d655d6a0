"""Reading what an officer typed for one value, exactly, with a sentence on what to write where it cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from django.core.exceptions import ValidationError

from tolok.core.baca_angka import GalatBaca, read_nilai
from tolok.core.nilai import AlasanBelumAda, BelumAda, Nilai, Rentang, Tanda
from tolok.core.satuan import KATEGORI, normalize_satuan
from tolok.core.skala import Skala
from tolok.web.simpan.nilai import make_kolom_nilai

_KENDALI: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
BATAS_CATATAN: Final = 2000
"""Letters of a source, an explanation or an evidence text."""


class IsianTidakTerbaca(ValueError):
    """What was typed is no value; ``bidang`` names the field, the message says what to write instead."""

    def __init__(self, pesan: str, bidang: str = "nilai") -> None:
        super().__init__(pesan)
        self.bidang = bidang


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """
    One value as it was typed.

    ``nilai`` is the text of the number or category; with ``alasan`` (a word of ``AlasanBelumAda``) there is none yet,
    and ``keterangan`` says why. ``bukti`` says where the evidence is.
    """

    nilai: str = ""
    alasan: str = ""
    keterangan: str = ""
    tanda: tuple[Tanda, ...] = ()
    sumber: str = ""
    bukti: str = ""


def read_isian(isian: Isian, *, satuan: str, skala: Skala | None) -> Nilai:
    """
    Return the value of what was typed.

    :param satuan: unit of the quantity
    :param skala: the scale of a category
    :raises IsianTidakTerbaca: if it is none, or cannot be stored exactly
    """
    teks_per_bidang = {bidang: getattr(isian, bidang) for bidang in ("nilai", "keterangan", "sumber", "bukti")}
    teks_per_bidang["tanda"] = "".join(tanda.keterangan for tanda in isian.tanda)
    for bidang, teks in teks_per_bidang.items():
        if len(teks) > BATAS_CATATAN:
            raise IsianTidakTerbaca(f"Teks ini lebih dari {BATAS_CATATAN} huruf; ringkaskan.", bidang)
        if _KENDALI.search(teks):
            raise IsianTidakTerbaca("Ada karakter kendali yang tidak terlihat; hapus lalu ketik ulang.", bidang)
    nilai = replace(_read(isian, satuan, skala), tanda=isian.tanda)
    try:
        make_kolom_nilai(nilai)
    except ValidationError as galat:
        raise IsianTidakTerbaca(" ".join(galat.messages)) from galat
    return nilai


def is_kategori(satuan: str) -> bool:
    """Whether values of this unit are levels of a scale."""
    return normalize_satuan(satuan) == KATEGORI


def _read(isian: Isian, satuan: str, skala: Skala | None) -> Nilai:
    teks = isian.nilai.strip()
    if isian.alasan:
        if teks:
            raise IsianTidakTerbaca("Ada nilai dan ada alasan mengapa belum ada. Kosongkan salah satunya.", "alasan")
        try:
            alasan = AlasanBelumAda(isian.alasan)
        except ValueError as galat:
            raise IsianTidakTerbaca("Pilih alasan dari daftar.", "alasan") from galat
        return BelumAda(alasan, isian.keterangan.strip())
    if not teks:
        raise IsianTidakTerbaca("Isi nilainya, atau pilih alasan mengapa belum ada.")
    if is_kategori(satuan) and skala is None:
        raise IsianTidakTerbaca("Skala kategori ini belum ditetapkan dalam perencanaan. Hubungi Perencana.")
    try:
        nilai = read_nilai(
            teks, satuan="" if is_kategori(satuan) else satuan, skala=skala if is_kategori(satuan) else None
        )
    except GalatBaca as galat:
        raise IsianTidakTerbaca(str(galat)) from galat
    if isinstance(nilai, Rentang):
        raise IsianTidakTerbaca("Isi satu nilai, bukan rentang.")
    return nilai
