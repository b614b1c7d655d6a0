"""Percentages of realisasi against pagu, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, JenisDokumen, NilaiTerbaca, Tingkat
from tolok.core.cetak_angka import format_persen
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.ketelitian import count_desimal_tercetak, make_selang, tepat
from tolok.core.reviu.nama_serupa import make_kunci_serupa
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
_BANYAK_SALAH: Final = 4


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
    """
    Yield percentages that do not follow; those off by the last printed digit only are summed up at the end.

    If most of a table does not follow, its column is something else or its amounts of another edition: one question.
    """
    nyaris: list[NilaiTerbaca] = []
    for daftar in _kelompokkan(bahan).values():
        salah = [satu for satu in daftar if not satu.is_cocok]
        nyaris += [satu.tercetak for satu in salah if satu.is_nyaris]
        salah = [satu for satu in salah if not satu.is_nyaris]
        if len(salah) >= _BANYAK_SALAH and 2 * len(salah) > len(daftar):
            yield PERSEN.make_temuan(
                tingkat=TingkatTemuan.PERINGATAN,
                keyakinan=Keyakinan.PERLU_DINILAI,
                letak=bahan.di(salah[0].tercetak.letak),
                tercetak=salah[0].tercetak.tercetak,
                letak_lain=tuple(bahan.di(satu.tercetak.letak) for satu in salah[1:]),
                pesan=(
                    f"{len(salah)} dari {len(daftar)} persentase pada tabel ini bukan realisasi dibagi pagu barisnya. "
                    "Sebutkan pembanding yang dipakai."
                ),
            )
        else:
            yield from (_sebut(bahan, satu, daftar) for satu in salah)
    if nyaris:
        yield PERSEN.make_temuan(
            tingkat=TingkatTemuan.SARAN,
            keyakinan=Keyakinan.PASTI,
            letak=bahan.di(nyaris[0].letak),
            tercetak=nyaris[0].tercetak,
            letak_lain=tuple(bahan.di(satu.letak) for satu in nyaris[1:]),
            pesan=f"{len(nyaris)} persentase anggaran berbeda pada angka terakhir; bulatkan dengan cara yang sama.",
        )


class _Persentase(NamedTuple):
    """A printed percentage and the amounts it should follow from."""

    baris: AnggaranTerbaca
    pagu: Angka
    realisasi: Angka
    tercetak: NilaiTerbaca
    sebutan: str

    @property
    def hasil(self) -> Angka:
        return self.realisasi / self.pagu * SERATUS

    @property
    def is_cocok(self) -> bool:
        selang = make_selang(self.tercetak)
        return selang is None or selang.is_bertemu(tepat(self.hasil))

    @property
    def is_nyaris(self) -> bool:
        return self.tercetak.angka is not None and abs(self.hasil - self.tercetak.angka) <= _NYARIS


def _kelompokkan(bahan: Bahan) -> dict[int | None, list[_Persentase]]:
    """Return the complete rows of each table."""
    per_tabel: dict[int | None, list[_Persentase]] = {}
    if bahan.dokumen.jenis is JenisDokumen.EVALUASI_RENJA:
        return per_tabel  # its percentages have several bases: the plan, the year, the quarter
    for satu in list_pagu_realisasi(bahan.dokumen.anggaran):
        pagu, realisasi, tercetak = satu.pagu, satu.realisasi, satu.persen
        if pagu is None or realisasi is None or tercetak is None:
            continue
        if pagu.angka and realisasi.angka is not None and tercetak.angka is not None:
            sebutan = f"realisasi {realisasi.tercetak} terhadap pagu {pagu.tercetak}"
            baris = _Persentase(satu.baris, pagu.angka, realisasi.angka, tercetak, sebutan)
            per_tabel.setdefault(satu.baris.tabel, []).append(baris)
    return per_tabel


def _sebut(bahan: Bahan, satu: _Persentase, daftar: list[_Persentase]) -> Temuan:
    assert satu.tercetak.angka is not None
    digit = max(0, count_desimal_tercetak(satu.tercetak.tercetak, satu.tercetak.angka))
    benar = format_persen(satu.hasil, digit=digit)
    sebab = (
        " Yang tercetak adalah rata-rata persentase baris di bawahnya." if _is_rata_rata(bahan, satu, daftar) else ""
    )
    return PERSEN.make_temuan(
        keyakinan=Keyakinan.PASTI,
        letak=bahan.di(satu.tercetak.letak),
        tercetak=satu.tercetak.tercetak,
        seharusnya=benar,
        pesan=(
            f"Persentase “{satu.baris.nama}” tercetak {satu.tercetak.tercetak}, sedangkan {satu.sebutan} adalah "
            f"{benar}.{sebab}"
        ),
    )


def _is_rata_rata(bahan: Bahan, satu: _Persentase, daftar: list[_Persentase]) -> bool:
    """Whether the printed percentage is the mean of those of the rows under it."""
    tabel = [baris for baris in bahan.dokumen.anggaran if baris.tabel == satu.baris.tabel]
    indeks = next(i for i, baris in enumerate(tabel) if baris is satu.baris)
    anak = [
        lain.tercetak.angka
        for lain in daftar
        if lain.baris.induk == indeks
        and lain.tercetak.angka is not None
        and (lain.tercetak.tahun, lain.tercetak.triwulan) == (satu.tercetak.tahun, satu.tercetak.triwulan)
    ]
    selang = make_selang(satu.tercetak)
    if len(anak) < 2 or selang is None:
        return False
    return selang.is_bertemu(tepat(sum(anak, NOL) / len(anak)))


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


class _Belanja(NamedTuple):
    bahan: Bahan
    nama: str
    triwulan: int
    nilai: NilaiTerbaca


def periksa_turun(daftar_bahan: tuple[Bahan, ...]) -> Iterator[Temuan]:
    """Yield cumulative amounts that fall from a quarter to the next, per row name and level, within a file."""
    per_baris: dict[tuple[str, Tingkat, str, str, int | None], list[_Belanja]] = {}
    for bahan in daftar_bahan:
        for baris in bahan.dokumen.anggaran:
            for nilai in baris.nilai:
                triwulan = bahan.get_triwulan(nilai)
                if nilai.besaran is Besaran.REALISASI and triwulan and nilai.angka is not None:
                    kunci = (bahan.berkas, baris.tingkat, baris.kode, make_kunci_serupa(baris.nama), nilai.tahun)
                    per_baris.setdefault(kunci, []).append(_Belanja(bahan, baris.nama, triwulan, nilai))
    for daftar in per_baris.values():
        urut = sorted(daftar, key=lambda satu: satu.triwulan)
        if len({satu.triwulan for satu in urut}) != len(urut):
            continue
        for dulu, kini in pairwise(urut):
            if dulu.nilai.angka and kini.nilai.angka is not None and kini.nilai.angka < dulu.nilai.angka:
                yield TURUN.make_temuan(
                    keyakinan=Keyakinan.PERLU_DINILAI,
                    letak=kini.bahan.di(kini.nilai.letak),
                    tercetak=kini.nilai.tercetak,
                    letak_lain=(dulu.bahan.di(dulu.nilai.letak),),
                    pesan=(
                        f"Realisasi “{kini.nama}” triwulan {kini.triwulan} tercetak {kini.nilai.tercetak}, turun dari "
                        f"{dulu.nilai.tercetak} pada triwulan {dulu.triwulan}. Bila kolomnya kumulatif, nilainya tidak "
                        "turun tanpa pengembalian belanja; bila per triwulan, sebutkan pada judulnya."
                    ),
                )
