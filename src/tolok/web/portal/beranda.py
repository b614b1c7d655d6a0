"""The start page of a year as one value: what its reader's indicators came to, and what waits for the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from tolok.core.cetak_angka import format_angka, label_keadaan
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil
from tolok.core.nilai import BelumAda, Bilangan, Nilai, TidakDapatDihitung, is_ada
from tolok.core.periode import ROMAWI, Periode
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.tautan import Penaut
from tolok.web.ui.grafik import Besaran, DiagramKolom, Dumbel, Garis, make_dumbel, make_garis, make_kolom

BATAS_KARTU: Final = 12
"""More indicators than this stand in the list of indicators only."""


@dataclass(frozen=True, slots=True)
class KartuIku:
    """One indicator: its main figure with what it means, its states, and a remark."""

    nama: str
    alamat: str
    utama: str
    is_angka: bool
    keterangan: str
    status: str
    nilai: Nilai | None
    catatan: str
    garis: Garis | None


class RataRata(NamedTuple):
    """The mean of the agency with what it stands on."""

    tercetak: str
    terukur: str
    predikat: str
    alamat: str


@dataclass(frozen=True, slots=True)
class Beranda:
    """What the start page of a year shows to one reader."""

    daftar_kartu: tuple[KartuIku, ...]
    jumlah_lain: int
    dumbel: Dumbel | None
    edisi_pagu: str
    rata_rata: RataRata | None
    kolom: DiagramKolom | None
    catatan_serapan: str
    alamat_indikator: str
    alamat_anggaran: str


def compile_beranda(tampak: TahunTampak) -> Beranda:
    """Return the start page of the period for its reader."""
    penaut = Penaut(tampak.konteks)
    daftar = tampak.daftar_indikator()
    daftar_kartu = tuple(_kartu(tampak, penaut, edisi) for edisi in daftar[:BATAS_KARTU])
    kolom, catatan_serapan = _realisasi_kumulatif(tampak) if is_anggaran_tampak(tampak) else (None, "")
    return Beranda(
        daftar_kartu=daftar_kartu,
        jumlah_lain=len(daftar) - len(daftar_kartu),
        dumbel=_dumbel(tampak, penaut, daftar[:BATAS_KARTU]),
        edisi_pagu=_sebut_edisi(tampak),
        rata_rata=_rata_rata(tampak, penaut, daftar),
        kolom=kolom,
        catatan_serapan=catatan_serapan,
        alamat_indikator=penaut.find_alamat("indikator_daftar"),
        alamat_anggaran=penaut.find_alamat("anggaran"),
    )


def is_anggaran_tampak(tampak: TahunTampak) -> bool:
    """Whether the reader may see the money of the whole agency: whoever sees its drafts, or once all was approved."""
    konteks = tampak.konteks
    if konteks.lingkup.is_seluruh("draf.lihat", konteks.instansi):
        return True
    daftar = tampak.hasil.daftar_indikator(None, konteks.periode)
    return bool(daftar) and all(tampak.is_angka_tampak(edisi) for edisi in daftar)


def _kartu(tampak: TahunTampak, penaut: Penaut, edisi: EdisiIndikator) -> KartuIku:
    konteks, kode = tampak.konteks, edisi.indikator
    status = tampak.status(kode)
    alamat = penaut.find_alamat("indikator", kode=kode)
    target = tampak.hasil.target(kode, konteks.periode)
    if not tampak.is_angka_tampak(edisi):
        return KartuIku(
            nama=edisi.nama,
            alamat=alamat,
            utama="Belum disahkan" if status is not StatusPengukuran.DRAF else "Belum diajukan",
            is_angka=False,
            keterangan=f"Target {target.tercetak}",
            status=status.value,
            nilai=None,
            catatan="Angka tampak bagi Anda sesudah alurnya selesai.",
            garis=None,
        )
    realisasi, capaian = tampak.hasil.realisasi(kode, konteks.periode), tampak.hasil.capaian(kode, konteks.periode)
    ada_capaian = is_ada(capaian.nilai)
    return KartuIku(
        nama=edisi.nama,
        alamat=alamat,
        utama=capaian.tercetak if ada_capaian else _sebut(realisasi if is_ada(realisasi.nilai) else capaian),
        is_angka=ada_capaian,
        keterangan=f"Capaian · {realisasi.tercetak} dari target {target.tercetak}"
        if ada_capaian
        else f"Target {target.tercetak}",
        status=status.value,
        nilai=realisasi.nilai,
        catatan=_catatan(realisasi if not is_ada(realisasi.nilai) or realisasi.nilai.tanda else capaian),
        garis=_garis(tampak, kode, target),
    )


def _sebut(hasil: Hasil) -> str:
    return label_keadaan(hasil.nilai) or hasil.tercetak


def _catatan(hasil: Hasil) -> str:
    """Return why there is no value, or what its marks say."""
    if isinstance(hasil.nilai, BelumAda | TidakDapatDihitung) and hasil.nilai.keterangan:
        return hasil.nilai.keterangan
    return " ".join(dict.fromkeys(tanda.keterangan for tanda in hasil.nilai.tanda if tanda.keterangan))


def _garis(tampak: TahunTampak, kode: str, target: Hasil) -> Garis | None:
    tahun = tampak.hasil.data.tahun
    daftar_periode = (
        Periode(tahun - 1),
        *(Periode(tahun, tw) for tw in range(1, (tampak.konteks.periode.triwulan or 4) + 1)),
    )
    daftar = [(p, tampak.hasil.realisasi(kode, p)) for p in daftar_periode]
    if sum(is_ada(hasil.nilai) for _, hasil in daftar) < 2:
        return None
    return make_garis(
        [Besaran(p.label, hasil.nilai, _sebut(hasil)) for p, hasil in daftar],
        target=Besaran("Target", target.nilai, target.tercetak),
    )


def _dumbel(tampak: TahunTampak, penaut: Penaut, daftar: tuple[EdisiIndikator, ...]) -> Dumbel | None:
    konteks = tampak.konteks
    edisi_pagu = _edisi_laporan(tampak)
    terlihat = [edisi for edisi in daftar if tampak.is_angka_tampak(edisi)]
    if not terlihat or not edisi_pagu:
        return None
    baris = []
    for edisi in terlihat:
        capaian = tampak.hasil.capaian(edisi.indikator, konteks.periode)
        serapan = tampak.hasil.serapan_indikator(edisi.indikator, konteks.periode, edisi_pagu)
        baris.append(
            (
                penaut.find_alamat("indikator", kode=edisi.indikator),
                Besaran(edisi.nama, capaian.nilai, _sebut(capaian)),
                Besaran("Serapan", serapan.nilai, _sebut(serapan)),
            )
        )
    return make_dumbel(baris, sebutan="Capaian kinerja dibandingkan dengan serapan anggaran tiap indikator")


def _rata_rata(tampak: TahunTampak, penaut: Penaut, daftar: tuple[EdisiIndikator, ...]) -> RataRata | None:
    """Return the mean of the agency to a reader who sees every part of it."""
    konteks = tampak.konteks
    semua = tampak.hasil.daftar_indikator(None, konteks.periode)
    if len(daftar) != len(semua) or not all(tampak.is_angka_tampak(edisi) for edisi in daftar) or not daftar:
        return None
    rata_rata = tampak.hasil.rata_rata_instansi(konteks.periode)
    return RataRata(
        tercetak=_sebut(rata_rata.hasil),
        terukur=f"{rata_rata.terukur} dari {rata_rata.jumlah} indikator",
        predikat=rata_rata.predikat.tercetak if is_ada(rata_rata.predikat.nilai) else "tanpa predikat",
        alamat=penaut.angka(rata_rata.hasil).alamat,
    )


def _edisi_laporan(tampak: TahunTampak) -> str:
    """Return the pagu edition that the page measures against: that of the yearly report, else that of the period."""
    return tampak.hasil.data.pagu_laporan or tampak.hasil.anggaran.edisi_untuk(tampak.konteks.periode)


def _sebut_edisi(tampak: TahunTampak) -> str:
    edisi_pagu = _edisi_laporan(tampak)
    return next((e.nama for e in tampak.hasil.data.daftar_edisi_pagu if e.id == edisi_pagu), "")


def _juta(hasil: Hasil) -> str:
    """Return an amount in millions, as the chart prints it."""
    if not isinstance(hasil.nilai, Bilangan):
        return _sebut(hasil)
    return format_angka(hasil.nilai.angka / 1_000_000, digit=1)


def _realisasi_kumulatif(tampak: TahunTampak) -> tuple[DiagramKolom | None, str]:
    hasil, tahun = tampak.hasil, tampak.hasil.data.tahun
    edisi_pagu = _edisi_laporan(tampak)
    if not edisi_pagu or not hasil.data.daftar_anggaran:
        return None, ""
    daftar = []
    for triwulan in range(1, (tampak.konteks.periode.triwulan or 4) + 1):
        satu = hasil.realisasi_anggaran("total", Periode(tahun, triwulan))
        daftar.append(Besaran(f"TW {ROMAWI[triwulan]}", satu.nilai, _juta(satu)))
    pagu = hasil.pagu("total", edisi_pagu)
    nama = _sebut_edisi(tampak)
    serapan = hasil.serapan("total", tampak.konteks.periode, edisi_pagu)
    realisasi = hasil.realisasi_anggaran("total", tampak.konteks.periode)
    catatan = f"Realisasi {_sebut(realisasi)}, serapan {_sebut(serapan)} dari {nama.lower()}."
    return make_kolom(daftar, acuan=Besaran(nama, pagu.nilai, f"{_juta(pagu)} juta")), catatan
