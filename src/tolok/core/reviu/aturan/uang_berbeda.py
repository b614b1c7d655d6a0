"""The same amount of money printed differently elsewhere: another table of the document, or another document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, NilaiTerbaca, Tingkat
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.nama_serupa import make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan

REALISASI: Final = Aturan(
    "anggaran.realisasi_berbeda",
    "Realisasi anggaran yang sama tercetak berbeda di tempat lain",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran III: keandalan informasi keuangan",
)
PAGU: Final = Aturan(
    "anggaran.pagu_berbeda",
    "Pagu yang sama tercetak berbeda di tempat lain",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran III: keselarasan dokumen anggaran",
)
ANTAR: Final = Aturan(
    "anggaran.antar_dokumen",
    "Pagu atau realisasi tercetak berbeda di dokumen lain",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran III: keselarasan dokumen anggaran",
)
_AKHIR_TAHUN: Final = 4
_SEBUT: Final = 3
_MIRIP_DIGIT: Final = 2


class _Cetakan(NamedTuple):
    bahan: Bahan
    baris: AnggaranTerbaca
    nilai: NilaiTerbaca


class _Kunci(NamedTuple):
    nama: str
    tahun: int | None
    triwulan: int | None


def periksa_realisasi(bahan: Bahan) -> Iterator[Temuan]:
    """Yield amounts spent, by row name and period (the fourth quarter is the year), that differ between tables."""
    for daftar in _kelompokkan((bahan,), Besaran.REALISASI).values():
        berbeda = _pisahkan(daftar)
        if len(berbeda) < 2:
            continue
        ragu = all(_count_beda_digit(berbeda[0].nilai, lain.nilai) <= _MIRIP_DIGIT for lain in berbeda[1:])
        yield REALISASI.make_temuan(
            keyakinan=Keyakinan.MUNGKIN,
            letak=bahan.di(berbeda[0].nilai.letak),
            letak_lain=tuple(bahan.di(satu.nilai.letak) for satu in berbeda[1:]),
            tercetak=berbeda[0].nilai.tercetak,
            pesan=(
                f"Realisasi “{berbeda[0].baris.nama}” {_masa(berbeda[0].nilai)} tercetak {_sebut(berbeda)} di tempat "
                "yang berlainan." + (" Bedanya satu atau dua angka, agaknya salah ketik." if ragu else "")
            ),
        )


def periksa_pagu(bahan: Bahan) -> Iterator[Temuan]:
    """
    Yield once per document the rows whose pagu of one period differs between tables.

    A pagu has several editions in a year, so a person judges whether each table names its own.
    """
    daftar = [b for k in _kelompokkan((bahan,), Besaran.PAGU).values() if len(b := _pisahkan(k)) > 1]
    if daftar:
        yield _sebut_banyak(PAGU, daftar, "Sebutkan edisi pagu (murni, pergeseran, perubahan) pada tiap tabel.")


def periksa_antar(daftar_bahan: tuple[Bahan, ...]) -> Iterator[Temuan]:
    """Yield once per quantity the rows whose amounts differ between documents."""
    for besaran in (Besaran.PAGU, Besaran.REALISASI):
        daftar: list[list[_Cetakan]] = []
        for kelompok in _kelompokkan(daftar_bahan, besaran).values():
            per_dokumen: dict[int, _Cetakan] = {}
            for satu in kelompok:
                per_dokumen.setdefault(id(satu.bahan.dokumen), satu)
            if len(berbeda := _pisahkan(per_dokumen.values())) > 1:
                daftar.append(berbeda)
        if daftar:
            yield _sebut_banyak(ANTAR, daftar, "Sebutkan edisi atau masa masing-masing, atau samakan.")


def _kelompokkan(daftar_bahan: Iterable[Bahan], besaran: Besaran) -> dict[_Kunci, list[_Cetakan]]:
    """Group amounts by row and period; names that stand more than once in a table say nothing without a code."""
    kelompok: dict[_Kunci, list[_Cetakan]] = {}
    ganda: set[str] = set()
    for bahan in daftar_bahan:
        di_tabel: set[tuple[int | None, str]] = set()
        for baris in bahan.dokumen.anggaran:
            if baris.tingkat is Tingkat.TOTAL:
                continue
            nama = f"{baris.tingkat.value} {make_kunci_serupa(baris.nama)}"
            if (baris.tabel, nama) in di_tabel:
                ganda.add(nama)
            di_tabel.add((baris.tabel, nama))
            for nilai in baris.nilai:
                if nilai.besaran is besaran and nilai.angka is not None and nilai.tahun is not None:
                    triwulan = None if nilai.triwulan == _AKHIR_TAHUN else nilai.triwulan
                    kelompok.setdefault(_Kunci(nama, nilai.tahun, triwulan), []).append(_Cetakan(bahan, baris, nilai))
    return {kunci: daftar for kunci, daftar in kelompok.items() if kunci.nama not in ganda}


def _pisahkan(daftar: Iterable[_Cetakan]) -> list[_Cetakan]:
    """Return the first print of each different amount, if at least two tables or documents print the row."""
    per_angka: dict[object, _Cetakan] = {}
    tempat: set[tuple[int, int | None]] = set()
    for satu in daftar:
        per_angka.setdefault(satu.nilai.angka, satu)
        tempat.add((id(satu.bahan.dokumen), satu.baris.tabel))
    return list(per_angka.values()) if len(tempat) > 1 else []


def _count_beda_digit(satu: NilaiTerbaca, dua: NilaiTerbaca) -> int:
    """Return in how many digits two amounts of equal length differ; a large count for others."""
    kiri, kanan = (str(n.angka.pembilang) if n.angka is not None else "" for n in (satu, dua))
    return sum(a != b for a, b in zip(kiri, kanan, strict=True)) if len(kiri) == len(kanan) else len(kiri + kanan)


def _sebut_banyak(aturan: Aturan, daftar: list[list[_Cetakan]], saran: str) -> Temuan:
    pertama = daftar[0][0]
    contoh = "; ".join(f"“{satu[0].baris.nama}” {_sebut(satu)}" for satu in daftar[:_SEBUT])
    return aturan.make_temuan(
        keyakinan=Keyakinan.PERLU_DINILAI,
        letak=pertama.bahan.di(pertama.nilai.letak),
        letak_lain=tuple(c.bahan.di(c.nilai.letak) for satu in daftar for c in satu if c is not pertama),
        tercetak=pertama.nilai.tercetak,
        pesan=f"{len(daftar)} {pertama.nilai.besaran.value} tercetak berbeda, antara lain {contoh}. {saran}",
    )


def _sebut(daftar: list[_Cetakan]) -> str:
    return " dan ".join(satu.nilai.tercetak for satu in daftar)


def _masa(nilai: NilaiTerbaca) -> str:
    return f"triwulan {nilai.triwulan} tahun {nilai.tahun}" if nilai.triwulan else f"tahun {nilai.tahun}"
