"""The same value printed differently elsewhere: in another table, another document, or another file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tolok.core.bacaan.dokumen import Besaran, NilaiTerbaca
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.ketelitian import is_cetakan_sama
from tolok.core.reviu.nama_serupa import Kesamaan, compare_nama, make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan
from tolok.core.satuan import is_satuan_sama

DALAM: Final = Aturan(
    "nilai.berbeda",
    "Nilai yang sama tercetak berbeda di tempat lain dalam dokumen",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran III: keandalan informasi kinerja",
)
ANTAR: Final = Aturan(
    "nilai.antar_dokumen",
    "Nilai yang sama tercetak berbeda di dokumen lain",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran III: keselarasan Renstra, perjanjian kinerja, dan laporan",
)
_DIBANDINGKAN: Final = frozenset(
    {Besaran.TARGET, Besaran.REALISASI, Besaran.CAPAIAN, Besaran.TARGET_AKHIR, Besaran.KONDISI_AWAL}
)
_AKHIR_TAHUN: Final = 4


class _Cetakan(NamedTuple):
    bahan: Bahan
    nama: str
    nilai: NilaiTerbaca


_Kunci = tuple[str, Besaran, int | None, int | None]


def periksa_dalam(bahan: Bahan) -> Iterator[Temuan]:
    """Yield values of one indicator and period that differ between the tables of one document."""
    for daftar in _kelompokkan((bahan,)).values():
        if len({satu.nilai.tabel for satu in daftar}) > 1:
            yield from _sebut(DALAM, daftar)


def periksa_antar(daftar_bahan: tuple[Bahan, ...]) -> Iterator[Temuan]:
    """
    Yield values that differ between documents, one place per document.

    Documents that plan (IKU, Renstra, PK, cascade) may rightly change targets, so a person judges; a report and the
    measurement annexed to it speak of the same year and should agree.
    """
    for daftar in _kelompokkan(daftar_bahan).values():
        per_dokumen: dict[int, _Cetakan] = {}
        for satu in daftar:
            per_dokumen.setdefault(id(satu.bahan.dokumen), satu)
        if len(per_dokumen) > 1:
            yield from _sebut(ANTAR, list(per_dokumen.values()))


def _kelompokkan(daftar_bahan: Iterable[Bahan]) -> dict[_Kunci, list[_Cetakan]]:
    """Group the printed values by indicator (drift of its name aside), quantity and period."""
    kelompok: dict[_Kunci, list[_Cetakan]] = {}
    for bahan in daftar_bahan:
        for indikator in bahan.dokumen.indikator:
            for nilai in indikator.nilai:
                if nilai.besaran in _DIBANDINGKAN and nilai.tahun is not None and _is_terbaca(nilai):
                    kunci = (make_kunci_serupa(indikator.nama), nilai.besaran, nilai.tahun, _masa(bahan, nilai))
                    kelompok.setdefault(kunci, []).append(_Cetakan(bahan, indikator.nama, nilai))
    return kelompok


def _masa(bahan: Bahan, nilai: NilaiTerbaca) -> int | None:
    """Return the quarter, the fourth as the year itself: what is measured then is the year's."""
    triwulan = bahan.get_triwulan(nilai)
    return None if triwulan == _AKHIR_TAHUN else triwulan


def _is_terbaca(nilai: NilaiTerbaca) -> bool:
    return (nilai.angka is not None or nilai.kategori is not None) and not {"ocr", "ragu"} & set(nilai.catatan)


def _sebut(aturan: Aturan, daftar: list[_Cetakan]) -> Iterator[Temuan]:
    lain: list[_Cetakan] = []
    for satu in daftar:
        if (
            all(_is_berbeda(satu.nilai, dua.nilai) for dua in (daftar[0], *lain) if dua is not satu)
            and satu != daftar[0]
        ):
            lain.append(satu)
    if not lain:
        return
    pertama = daftar[0]
    tempat = [pertama, *lain]
    sebut = " dan ".join(dict.fromkeys(satu.nilai.tercetak for satu in tempat))
    drift = next((s.nama for s in lain if compare_nama(pertama.nama, s.nama) is not Kesamaan.PERSIS), "")
    yield aturan.make_temuan(
        keyakinan=Keyakinan.MUNGKIN if aturan is DALAM else Keyakinan.PERLU_DINILAI,
        letak=pertama.bahan.di(pertama.nilai.letak),
        letak_lain=tuple(satu.bahan.di(satu.nilai.letak) for satu in tempat[1:]),
        tercetak=pertama.nilai.tercetak,
        pesan=(
            f"{pertama.nilai.besaran.value.replace('_', ' ').capitalize()} {pertama.nilai.tahun} “{pertama.nama}” "
            f"tercetak {sebut} di tempat yang berlainan. Tetapkan "
            "mana yang benar, atau sebutkan sebabnya berubah." + (f" Namanya pun berbeda: “{drift}”." if drift else "")
        ),
    )


def _is_berbeda(satu: NilaiTerbaca, dua: NilaiTerbaca) -> bool:
    """Whether both cannot be prints of one value; other units are never compared."""
    if satu.kategori is not None or dua.kategori is not None:
        return (
            satu.kategori is not None
            and dua.kategori is not None
            and satu.kategori.casefold() != dua.kategori.casefold()
        )
    if satu.satuan and dua.satuan and not is_satuan_sama(satu.satuan, dua.satuan):
        return False
    if satu.atas is not None or dua.atas is not None:
        return (satu.angka, satu.atas) != (dua.angka, dua.atas)
    return not is_cetakan_sama(satu, dua)
