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
_HASIL: Final = (Besaran.REALISASI, Besaran.CAPAIAN)
_SEBUT: Final = re.compile(
    r"\b(target|realisasi|capaian)(?:nya)?\b(?!\s+(?:anggaran|akhir|kinerja anggaran))", re.IGNORECASE
)
_LAIN: Final = re.compile(
    r"=|anggaran|serapan|rata-rata|nasional|provinsi|triwulan|semester|renstra|rpjmd|meningkat|turun|naik|selisih"
)
_MENCAPAI: Final = re.compile(r"\b(?:mencapai|terealisasi)(?: sebesar| angka)?\s*$", re.IGNORECASE)
"""Says no more than that it is a result: realisasi or capaian."""
_TAHUN: Final = re.compile(r"\b20\d{2}\b")
_KATA_MINIMUM: Final = 3
_TANDA_CATATAN: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def periksa_nilai(bahan: Bahan) -> Iterator[Temuan]:
    """
    Yield percentages that a sentence gives for target, realisasi or capaian of one indicator in the year, and no table.

    The sentence must name just one indicator in full and, right before the number, what the number is. Of a number that
    is only "mencapai", the only one of its sentence, nothing printed of the indicator in the year may be the same.
    """
    tahun = bahan.dokumen.tahun
    per_nama: dict[str, list[NilaiTerbaca]] = {}
    cetakan: dict[str, set[str]] = {}
    for indikator in bahan.dokumen.indikator:
        if len((kunci := make_kunci_serupa(indikator.nama)).split()) >= _KATA_MINIMUM:
            cetakan.setdefault(kunci, set()).add(" ".join(indikator.nama.split()))
            per_nama.setdefault(kunci, []).extend(n for n in indikator.nilai if n.tahun == tahun)
    for kalimat in _list_kalimat(bahan):
        teks = f" {make_kunci_serupa(kalimat.teks)} "
        disebut = [nama for nama in per_nama if f" {nama} " in teks]
        if len(disebut) != 1 or any(int(t) != tahun for t in _TAHUN.findall(kalimat.teks)):
            continue
        for sebutan, besaran in _list_sebutan(_tanpa(kalimat.teks, cetakan[disebut[0]])):
            daftar = [n for n in per_nama[disebut[0]] if n.angka is not None and n.atas is None]
            dicari = _HASIL if besaran is None else (besaran,)
            tercetak = [n for n in daftar if n.besaran in dicari and not n.triwulan]
            dikatakan = NilaiTerbaca(besaran or Besaran.REALISASI, sebutan.tercetak, sebutan.angka, satuan="%")
            sama = daftar if besaran is None else tercetak
            if not tercetak or any(is_cetakan_sama(satu, dikatakan) for satu in sama):
                continue
            yield NILAI.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(kalimat.letak),
                letak_lain=tuple(bahan.di(satu.letak) for satu in tercetak),
                tercetak=sebutan.tercetak,
                pesan=(
                    f"Kalimat menyebut {besaran.value if besaran else 'hasil'} {sebutan.tercetak}, sedangkan tabelnya "
                    f"{' dan '.join(dict.fromkeys(_sebut(satu, besaran) for satu in tercetak))}."
                ),
            )


def _sebut(nilai: NilaiTerbaca, besaran: Besaran | None) -> str:
    """Return a printed value without the mark of its note, with what it is where the sentence does not say it."""
    tercetak = nilai.tercetak.rstrip(_TANDA_CATATAN)
    return tercetak if besaran else f"{nilai.besaran.value} {tercetak}"


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


def _list_sebutan(teks: str) -> Iterator[tuple[Sebutan, Besaran | None]]:
    """Yield the percentages with the word before them that says what they are; ``None``: a result, not which."""
    daftar = find_persen(teks)
    for sebutan in daftar:
        sebelum = teks[max(0, sebutan.awal - 60) : sebutan.awal]
        cocok = list(_SEBUT.finditer(sebelum))
        antara = sebelum[cocok[-1].start() :].casefold() if cocok else "%"
        if "%" not in antara and not _LAIN.search(antara):
            yield sebutan, _BESARAN[cocok[-1][1].casefold()]
        elif len(daftar) == 1 and _MENCAPAI.search(sebelum) and not _LAIN.search(teks.casefold()):
            yield sebutan, None
