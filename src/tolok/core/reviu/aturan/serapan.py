"""Percentages of realisasi against pagu, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from tolok.core.angka import SERATUS, Angka
from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, NilaiTerbaca, Tingkat
from tolok.core.cetak_angka import format_persen
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.ketelitian import count_desimal_tercetak, make_selang, persen, tepat
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan

PERSEN: Final = Aturan(
    "anggaran.persen",
    "Persentase realisasi tidak mengikuti pagu dan realisasi pada barisnya",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran II, realisasi anggaran",
)
MELEBIHI: Final = Aturan(
    "anggaran.melebihi_pagu",
    "Realisasi melebihi pagu, atau ada realisasi pada pagu 0",
    TingkatTemuan.PERINGATAN,
    "PP 12/2019 pasal 3 dan 124: pengeluaran tidak melampaui anggaran yang tersedia",
)
TURUN: Final = Aturan(
    "anggaran.realisasi_turun",
    "Realisasi kumulatif turun dari triwulan sebelumnya",
    TingkatTemuan.PERINGATAN,
    "Formulir pengukuran triwulanan memuat realisasi kumulatif",
)
_NYARIS: Final = Angka(2, 100)


class PaguRealisasi(NamedTuple):
    """The amounts of one row and period; each may be missing."""

    baris: AnggaranTerbaca
    pagu: NilaiTerbaca | None
    realisasi: NilaiTerbaca | None
    persen: NilaiTerbaca | None


def list_pagu_realisasi(daftar: tuple[AnggaranTerbaca, ...]) -> Iterator[PaguRealisasi]:
    """Yield the amounts of every row for every period it prints; a pagu without quarter serves all quarters."""
    for baris in daftar:
        masa = dict.fromkeys((n.tahun, n.triwulan) for n in baris.nilai if n.besaran is not Besaran.PAGU)
        for tahun, triwulan in masa or {(n.tahun, n.triwulan): None for n in baris.nilai}:
            di_masa = {n.besaran: n for n in baris.nilai if (n.tahun, n.triwulan) == (tahun, triwulan)}
            umum = {n.besaran: n for n in baris.nilai if n.besaran is Besaran.PAGU and n.triwulan is None}
            yield PaguRealisasi(
                baris,
                di_masa.get(Besaran.PAGU) or umum.get(Besaran.PAGU),
                di_masa.get(Besaran.REALISASI),
                di_masa.get(Besaran.PERSEN),
            )


def periksa_persen(bahan: Bahan) -> Iterator[Temuan]:
    """Yield percentages that do not follow; those off by the last printed digit only are summed up at the end."""
    nyaris: list[NilaiTerbaca] = []
    for satu in list_pagu_realisasi(bahan.dokumen.anggaran):
        pagu, realisasi, tercetak = satu.pagu, satu.realisasi, satu.persen
        if pagu is None or realisasi is None or tercetak is None or tercetak.angka is None:
            continue
        if not pagu.angka or realisasi.angka is None or (selang := make_selang(tercetak)) is None:
            continue
        hasil = realisasi.angka / pagu.angka * SERATUS
        if selang.is_bertemu(persen(tepat(realisasi.angka), tepat(pagu.angka))):
            continue
        if abs(hasil - tercetak.angka) <= _NYARIS:
            nyaris.append(tercetak)
            continue
        digit = max(0, count_desimal_tercetak(tercetak.tercetak, tercetak.angka))
        yield PERSEN.make_temuan(
            keyakinan=Keyakinan.PASTI,
            letak=bahan.di(tercetak.letak),
            tercetak=tercetak.tercetak,
            seharusnya=format_persen(hasil, digit=digit),
            pesan=(
                f"Persentase “{satu.baris.nama}” tercetak {tercetak.tercetak}, sedangkan realisasi "
                f"{realisasi.tercetak} terhadap pagu {pagu.tercetak} adalah {format_persen(hasil, digit=digit)}."
            ),
        )
    if nyaris:
        yield PERSEN.make_temuan(
            tingkat=TingkatTemuan.SARAN,
            keyakinan=Keyakinan.PASTI,
            letak=bahan.di(nyaris[0].letak),
            tercetak=nyaris[0].tercetak,
            letak_lain=tuple(bahan.di(satu.letak) for satu in nyaris[1:]),
            pesan=f"{len(nyaris)} persentase anggaran berbeda pada angka terakhir; bulatkan dengan cara yang sama.",
        )


def periksa_melebihi(bahan: Bahan) -> Iterator[Temuan]:
    """Yield rows that spent more than there was."""
    for satu in list_pagu_realisasi(bahan.dokumen.anggaran):
        pagu, realisasi = satu.pagu, satu.realisasi
        if pagu is None or realisasi is None or pagu.angka is None or realisasi.angka is None:
            continue
        if realisasi.angka <= pagu.angka:
            continue
        yield MELEBIHI.make_temuan(
            keyakinan=Keyakinan.PASTI if pagu.angka else Keyakinan.MUNGKIN,
            letak=bahan.di(realisasi.letak),
            tercetak=realisasi.tercetak,
            letak_lain=(bahan.di(pagu.letak),),
            pesan=(
                f"Realisasi “{satu.baris.nama}” {realisasi.tercetak} lebih besar dari pagunya {pagu.tercetak}. "
                "Periksa edisi pagu yang dipakai, atau angka yang terketik."
            ),
        )


def periksa_turun(bahan: Bahan) -> Iterator[Temuan]:
    """Yield cumulative amounts that fall from a quarter to the next, per row name and level."""
    per_baris: dict[tuple[Tingkat, str, str, int | None], list[NilaiTerbaca]] = {}
    for baris in bahan.dokumen.anggaran:
        for nilai in baris.nilai:
            if nilai.besaran is Besaran.REALISASI and nilai.triwulan and nilai.angka is not None:
                kunci = (baris.tingkat, baris.kode, baris.nama.casefold(), nilai.tahun)
                per_baris.setdefault(kunci, []).append(nilai)
    for kunci, daftar in per_baris.items():
        urut = sorted(daftar, key=lambda nilai: nilai.triwulan or 0)
        if len({nilai.triwulan for nilai in urut}) != len(urut):
            continue
        for dulu, kini in pairwise(urut):
            if dulu.angka and kini.angka is not None and kini.angka < dulu.angka:
                yield TURUN.make_temuan(
                    keyakinan=Keyakinan.PERLU_DINILAI,
                    letak=bahan.di(kini.letak),
                    tercetak=kini.tercetak,
                    letak_lain=(bahan.di(dulu.letak),),
                    pesan=(
                        f"Realisasi “{kunci[2]}” triwulan {kini.triwulan} tercetak {kini.tercetak}, turun dari "
                        f"{dulu.tercetak} pada triwulan {dulu.triwulan}. Bila kolomnya kumulatif, nilainya "
                        "tidak turun tanpa pengembalian belanja; bila per triwulan, sebutkan pada judulnya."
                    ),
                )
