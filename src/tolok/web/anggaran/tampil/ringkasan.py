"""The head of the budget page: pagu by edition, realisasi and serapan of the period, and what the money serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tolok.core.angka import NOL, SERATUS
from tolok.core.cetak_angka import format_persen
from tolok.core.hasil.anggaran import PENUNJANG, TANPA_SASARAN, TOTAL
from tolok.core.nilai import Bilangan
from tolok.web.anggaran.tampil.pilihan import Pilihan, nama_periode
from tolok.web.anggaran.tampil.uang import compare_uang, get_angka
from tolok.web.perencanaan.tautan import TeksAngka
from tolok.web.ui.grafik import Besaran, Palang, make_palang


@dataclass(frozen=True, slots=True)
class KotakRingkas:
    """One number of the head."""

    nama: str
    angka: TeksAngka
    keterangan: str = ""
    rincian: TeksAngka | None = None


@dataclass(frozen=True, slots=True)
class BagianSasaran:
    """The share of one sasaran."""

    nama: str
    uraian: str
    bagian: TeksAngka


@dataclass(frozen=True, slots=True)
class Pemakaian:
    """What the pagu serves: the bar of three parts, and the sasaran one by one."""

    palang: Palang
    daftar_sasaran: tuple[BagianSasaran, ...]
    penunjang: TeksAngka
    tanpa_sasaran: TeksAngka
    daftar_tanpa_sasaran: tuple[str, ...]
    is_berbagi: bool


_BANYAK: Final = 3


def list_kotak(pilihan: Pilihan) -> tuple[KotakRingkas, ...]:
    """Return the numbers of the head; none for a reader of a part of the budget."""
    if not pilihan.tampak.anggaran.is_uang_tampak(TOTAL):
        return ()
    hasil, penaut, periode = pilihan.hasil, pilihan.penaut, pilihan.periode
    daftar_edisi, edisi = pilihan.daftar_edisi, pilihan.edisi
    awal = hasil.pagu(TOTAL, daftar_edisi[0].id)
    # Not more than five numbers side by side: the first and the last edition, and the one that is used.
    terpilih = [
        e for e in daftar_edisi if len(daftar_edisi) <= _BANYAK or e in (daftar_edisi[0], edisi, daftar_edisi[-1])
    ]
    daftar = []
    for satu in terpilih:
        pagu = hasil.pagu(TOTAL, satu.id)
        selisih = compare_uang(awal, pagu)
        keterangan = f"{selisih.persen} dari {daftar_edisi[0].nama}" if selisih.arah in ("naik", "turun") else ""
        serapan = penaut.angka(hasil.serapan(TOTAL, periode, satu.id))
        daftar.append(KotakRingkas(satu.nama, penaut.angka(pagu), keterangan, serapan))
    nama = f"s.d. {nama_periode(periode)}" if periode.triwulan else "setahun"
    daftar.append(KotakRingkas(f"Realisasi {nama}", penaut.angka(hasil.realisasi_anggaran(TOTAL, periode))))
    serapan = penaut.angka(hasil.serapan(TOTAL, periode, edisi.id))
    daftar.append(KotakRingkas("Serapan", serapan, f"dari {edisi.nama}"))
    return tuple(daftar)


def make_pemakaian(pilihan: Pilihan) -> Pemakaian | None:
    """Return what the pagu of the edition serves; ``None`` where the reader may not see the total or there is none."""
    hasil, edisi = pilihan.hasil, pilihan.edisi.id
    total = get_angka(hasil.pagu(TOTAL, edisi))
    if not pilihan.tampak.anggaran.is_uang_tampak(TOTAL) or not total:
        return None
    peta = hasil.anggaran.peta
    penunjang, tanpa = hasil.bagian_penunjang(edisi), hasil.bagian_tanpa_sasaran(edisi)
    lain = sum((get_angka(hasil.pagu(kode, edisi)) or NOL for kode in (PENUNJANG, TANPA_SASARAN)), NOL)
    tersambung = Bilangan((total - lain) / total * SERATUS, "%")
    palang = make_palang(
        [
            (Besaran("Tersambung ke sasaran", tersambung, format_persen(tersambung.angka)), "utama"),
            (Besaran("Penunjang", penunjang.nilai, penunjang.tercetak), "netral"),
            (Besaran("Program urusan tanpa sasaran", tanpa.nilai, tanpa.tercetak), "waspada"),
        ],
        sebutan=f"Bagian dari {pilihan.edisi.nama}",
    )
    return Pemakaian(
        palang=palang,
        daftar_sasaran=tuple(
            BagianSasaran(
                f"Sasaran {nomor}", simpul.uraian, pilihan.penaut.angka(hasil.bagian_simpul(simpul.id, edisi))
            )
            for nomor, simpul in enumerate(hasil.daftar_sasaran(), start=1)
        ),
        penunjang=pilihan.penaut.angka(penunjang),
        tanpa_sasaran=pilihan.penaut.angka(tanpa),
        daftar_tanpa_sasaran=tuple(hasil.anggaran.simpul_per_kode[kode].nama for kode in peta.kode_tanpa_sasaran),
        is_berbagi=bool(peta.kode_berbagi),
    )
