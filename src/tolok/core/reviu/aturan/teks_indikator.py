"""What a sentence says of an indicator against what the tables print of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tolok.core.bacaan.dokumen import Besaran, NilaiTerbaca
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.kalimat_dokumen import Kalimat, Sebutan, find_persen, list_kalimat
from tolok.core.reviu.ketelitian import is_cetakan_sama
from tolok.core.reviu.nama_serupa import make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan

NILAI: Final = Aturan(
    "teks.indikator",
    "Nilai indikator dalam kalimat berbeda dari tabelnya",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran III: kesesuaian narasi dan tabel",
)
_BESARAN: Final = {"target": Besaran.TARGET, "realisasi": Besaran.REALISASI, "capaian": Besaran.CAPAIAN}
_SEBUT: Final = re.compile(
    r"\b(target|realisasi|capaian)(?:nya)?\b(?!\s+(?:anggaran|akhir|kinerja anggaran))", re.IGNORECASE
)
_LAIN: Final = re.compile(
    r"=|anggaran|serapan|rata-rata|nasional|provinsi|triwulan|semester|renstra|rpjmd|meningkat|turun|naik|selisih"
)
_TAHUN: Final = re.compile(r"\b20\d{2}\b")
_KATA_MINIMUM: Final = 3


def periksa_nilai(bahan: Bahan) -> Iterator[Temuan]:
    """
    Yield percentages that a sentence gives for target, realisasi or capaian of one indicator in the year, and no table.

    The sentence must name just one indicator in full and, right before the number, what the number is.
    """
    tahun = bahan.dokumen.tahun
    per_nama: dict[str, list[NilaiTerbaca]] = {}
    cetakan: dict[str, set[str]] = {}
    for indikator in bahan.dokumen.indikator:
        if len((kunci := make_kunci_serupa(indikator.nama)).split()) >= _KATA_MINIMUM:
            cetakan.setdefault(kunci, set()).add(" ".join(indikator.nama.split()))
            per_nama.setdefault(kunci, []).extend(n for n in indikator.nilai if n.tahun == tahun and not n.triwulan)
    for kalimat in _list_kalimat(bahan):
        teks = f" {make_kunci_serupa(kalimat.teks)} "
        disebut = [nama for nama in per_nama if f" {nama} " in teks]
        if len(disebut) != 1 or any(int(t) != tahun for t in _TAHUN.findall(kalimat.teks)):
            continue
        for sebutan, besaran in _list_sebutan(_tanpa(kalimat.teks, cetakan[disebut[0]])):
            tercetak = [
                n for n in per_nama[disebut[0]] if n.besaran is besaran and n.angka is not None and n.atas is None
            ]
            dikatakan = NilaiTerbaca(besaran, sebutan.tercetak, sebutan.angka, satuan="%")
            if not tercetak or any(is_cetakan_sama(satu, dikatakan) for satu in tercetak):
                continue
            yield NILAI.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(kalimat.letak),
                letak_lain=tuple(bahan.di(satu.letak) for satu in tercetak),
                tercetak=sebutan.tercetak,
                pesan=(
                    f"Kalimat menyebut {besaran.value} {sebutan.tercetak}, sedangkan tabelnya "
                    f"{' dan '.join(dict.fromkeys(satu.tercetak for satu in tercetak))}."
                ),
            )


def _list_kalimat(bahan: Bahan) -> Iterator[Kalimat]:
    """Yield the sentences of each paragraph."""
    for paragraf in list_kalimat(bahan.dokumen):
        for teks in re.split(r"(?<=[.;])\s+(?=[A-Z])", paragraf.teks):
            yield Kalimat(teks, paragraf.letak)


def _tanpa(teks: str, daftar_nama: set[str]) -> str:
    """Return a sentence without the name of its indicator, whose own words say nothing of the number."""
    for nama in sorted(daftar_nama, key=len, reverse=True):
        teks = re.sub(re.escape(nama), " ", teks, flags=re.IGNORECASE)
    return " ".join(teks.split())


def _list_sebutan(teks: str) -> Iterator[tuple[Sebutan, Besaran]]:
    """Yield the percentages with the word before them that says what they are."""
    for sebutan in find_persen(teks):
        sebelum = teks[max(0, sebutan.awal - 60) : sebutan.awal]
        cocok = list(_SEBUT.finditer(sebelum))
        antara = sebelum[cocok[-1].start() :].casefold() if cocok else "%"
        if "%" not in antara and not _LAIN.search(antara):
            yield sebutan, _BESARAN[cocok[-1][1].casefold()]
