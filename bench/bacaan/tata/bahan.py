"""
What one random agency has to print: indicators and budget rows with all their values, under realistic names.

Structure, years and money come from the package generator; the names from ``sebutan.toml`` (goals and indicators of
twelve fields) and ``nomenklatur.csv`` (programs, kegiatan, sub-kegiatan and their outputs as officially named).
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, Final

from tolok.core.anggaran import SimpulAnggaran, TingkatAnggaran
from tolok.core.angka import Angka
from tolok.core.instansi import TahunInstansi
from tolok.core.rencana import JenisSimpul
from tolok.paket.acak import make_instansi_acak

_FOLDER: Final = Path(__file__).parent
_DAERAH: Final = (
    "Kabupaten Sukamaju", "Kota Tirtajaya", "Kabupaten Gunung Arum", "Kota Banjar Indah", "Kabupaten Lembah Hijau",
    "Kabupaten Muara Enau", "Kota Pasir Putih", "Kabupaten Rimba Raya",
)  # fmt: skip
_PREDIKAT: Final = ((90, "AA"), (80, "A"), (70, "BB"), (60, "B"), (50, "CC"))
_DIGIT_PENUNJANG: Final = 2
_TANPA_DATA: Final = 0.05
"""Share of indicators whose realisasi of the year is not known."""
_KATEGORI: Final = ("Pratama", "Madya", "Nindya", "Utama")
_DIGIT_PER_SATUAN: Final = {"%": 2, "indeks": 2, "rasio": 2, "nilai": 2, "skor": 1, "poin": 2, "angka": 1, "ton/ha": 2}
_SEBAB: Final = (
    "Sosialisasi dilaksanakan di seluruh kecamatan sejak awal tahun.",
    "Pengadaan tertunda karena pergeseran anggaran.",
    "Koordinasi lintas perangkat daerah berjalan baik.",
    "Sebagian data baru diterima pada akhir triwulan.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kuantitas:
    """One quantity at the precision it is printed with: a number, a range, a category, or a category with its score."""

    angka: Angka | None = None
    atas: Angka | None = None
    kategori: str | None = None
    satuan: str = ""
    digit: int = 0


@dataclass(slots=True, kw_only=True)
class Ukuran:
    """An indicator; ``isi`` holds its quantities by kind, year and quarter (0: the year)."""

    nama: str
    satuan: str
    polaritas: str = "naik"
    tingkat: str = "sasaran"
    tujuan: str = ""
    sasaran: str = ""
    pembilang: str = ""
    penyebut: str = ""
    sumber: tuple[str, ...] = ()
    penanggung_jawab: tuple[str, ...] = ()
    sebab: str = ""
    isi: dict[tuple[str, int, int], Kuantitas] = field(default_factory=dict)

    @property
    def rumus(self) -> str:
        """The formula in words, as tables print it."""
        if self.penyebut:
            return f"{self.pembilang} dibagi {self.penyebut} dikali 100%"
        return self.pembilang or self.nama


@dataclass(slots=True, kw_only=True)
class Mata:
    """A budget row; its ``isi`` is in rupiah (``persen``: points); ``keluaran`` is the indicator beside it."""

    kode: str
    nama: str
    tingkat: str
    induk: str
    sumber_dana: str
    keluaran: Ukuran
    isi: dict[tuple[str, int, int], Kuantitas] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Kelompok:
    """A sasaran with its indicators and the programs (with everything below them) that serve each of them."""

    nama: str
    ukuran: tuple[Ukuran, ...]
    mata_per_ukuran: tuple[tuple[Mata, ...], ...]


@dataclass(slots=True, kw_only=True)
class Lembar:
    """The individual indicators of one position."""

    jabatan: str
    tugas: tuple[str, ...]
    fungsi: tuple[str, ...]
    ukuran: tuple[Ukuran, ...]


@dataclass(slots=True, kw_only=True)
class Sisipan:
    """
    What is printed otherwise in single places, for documents with known faults.

    ``ukuran`` replaces indicators by name in one table of the layout, ``nomor`` and ``keterangan`` the caption of one;
    ``narasi`` are further sentences of a report, ``program_ganda`` prints a program of the agreement twice.
    """

    ukuran: dict[str, dict[str, Ukuran]] = field(default_factory=dict)
    nomor: dict[str, str] = field(default_factory=dict)
    keterangan: dict[str, str] = field(default_factory=dict)
    narasi: tuple[str, ...] = ()
    program_ganda: bool = False


@dataclass(slots=True, kw_only=True)
class Bahan:
    """All of it. ``total`` is the budget row of the whole agency."""

    seed: int
    perangkat_daerah: str
    daerah: str
    tahun: int
    tahun_awal: int
    tahun_akhir: int
    tujuan: str
    kelompok: tuple[Kelompok, ...]
    mata: tuple[Mata, ...]
    total: Mata
    lembar: tuple[Lembar, ...]
    sisipan: Sisipan = field(default_factory=Sisipan)

    @property
    def ukuran(self) -> tuple[Ukuran, ...]:
        """All indicators of the agency, in the printed order."""
        return tuple(ukuran for kelompok in self.kelompok for ukuran in kelompok.ukuran)


@cache
def _muat_sebutan() -> tuple[dict[str, Any], ...]:
    with (_FOLDER / "sebutan.toml").open("rb") as berkas:
        return tuple(tomllib.load(berkas)["bidang"])


@cache
def _muat_nomenklatur() -> dict[str, dict[tuple[str, str], dict[tuple[str, str], list[dict[str, str]]]]]:
    """Return, by field, programs with their kegiatan with their rows."""
    per_bidang: dict[str, dict[tuple[str, str], dict[tuple[str, str], list[dict[str, str]]]]] = {}
    with (_FOLDER / "nomenklatur.csv").open(encoding="utf-8", newline="") as berkas:
        for baris in csv.DictReader(berkas):
            program = per_bidang.setdefault(baris["bidang"], {}).setdefault(
                (baris["kode_program"], baris["program"]), {}
            )
            program.setdefault((baris["kode_kegiatan"], baris["kegiatan"]), []).append(baris)
    return per_bidang


def make_bahan(seed: int, *, is_lengkap: bool = False) -> Bahan:
    """
    Return the content of the random agency of that seed; the same on every machine.

    :param is_lengkap: whether it knows all its values; else some realisasi of the year is missing now and then
    """
    acak = Random(seed)
    sebutan = acak.choice(_muat_sebutan())
    instansi = make_instansi_acak(seed=seed, jumlah_sasaran=acak.randint(2, 3))
    tahun_awal = min(instansi.daftar_edisi_rencana[0].tahun_awal, instansi.tahun - acak.randint(0, 2))
    jumlah = sum(simpul.jenis is JenisSimpul.SASARAN for simpul in instansi.daftar_simpul)
    bahan = Bahan(
        seed=seed,
        perangkat_daerah=sebutan["perangkat_daerah"],
        daerah=acak.choice(_DAERAH),
        tahun=instansi.tahun,
        tahun_awal=tahun_awal,
        tahun_akhir=tahun_awal + 4,
        tujuan=sebutan["tujuan"],
        kelompok=(),
        mata=tuple(_list_mata(acak, instansi, sebutan["kode"], tahun_awal)),
        total=Mata(
            kode="", nama="Total", tingkat="total", induk="", sumber_dana="", keluaran=Ukuran(nama="", satuan="")
        ),
        lembar=(),
    )
    _isi_induk(bahan)
    bahan.kelompok = tuple(_list_kelompok(acak, bahan, sebutan, jumlah))
    if not is_lengkap:
        for ukuran in (*bahan.ukuran, *(mata.keluaran for mata in bahan.mata)):
            if acak.random() < _TANPA_DATA:
                _lupakan(ukuran, bahan.tahun)
    bahan.lembar = tuple(_list_lembar(acak, bahan))
    return bahan


def _list_mata(acak: Random, instansi: TahunInstansi, bidang: str, tahun_awal: int) -> Iterator[Mata]:
    """Yield the budget tree of the random package under official names, its leaves with money."""
    nomenklatur = _muat_nomenklatur()
    anak: dict[str, list[SimpulAnggaran]] = {}
    for simpul in instansi.daftar_anggaran:
        anak.setdefault(simpul.induk, []).append(simpul)
    daftar_program = (*nomenklatur["penunjang"].items(), *nomenklatur[bidang].items())
    for program, ((kode, nama), daftar_kegiatan) in zip(anak[""], daftar_program, strict=False):
        awalan = f"{bidang}." if len(kode) == _DIGIT_PENUNJANG else ""
        kode_program = awalan + kode
        yield _mata(acak, instansi, program, (kode_program, nama), "", tahun_awal, None)
        for kegiatan, ((kode, nama), daftar) in zip(anak.get(program.kode, ()), daftar_kegiatan.items(), strict=False):
            kode_kegiatan = awalan + kode
            yield _mata(acak, instansi, kegiatan, (kode_kegiatan, nama), kode_program, tahun_awal, None)
            for sub, isi in zip(anak.get(kegiatan.kode, ()), daftar, strict=False):
                sebutan = (awalan + isi["kode_subkegiatan"], isi["subkegiatan"])
                keluaran = (isi["indikator"], isi["satuan"])
                yield _mata(acak, instansi, sub, sebutan, kode_kegiatan, tahun_awal, keluaran)


def _mata(
    acak: Random,
    instansi: TahunInstansi,
    simpul: SimpulAnggaran,
    sebutan: tuple[str, str],
    induk: str,
    tahun_awal: int,
    keluaran: tuple[str, str] | None,
) -> Mata:
    kode, nama = sebutan
    nama_ukuran, satuan = keluaran if keluaran and keluaran[0] else _keluaran(simpul, nama)
    ukuran = Ukuran(nama=nama_ukuran, satuan=satuan, tingkat=simpul.tingkat.value)
    _isi_ukuran(acak, ukuran, instansi.tahun, tahun_awal)
    mata = Mata(
        kode=kode,
        nama=nama,
        tingkat=simpul.tingkat.value,
        induk=induk,
        sumber_dana=acak.choice(("APBD", "APBD", "APBD", "DAK", "DBHCHT")),
        keluaran=ukuran,
    )
    pagu = sum(p.sen for p in instansi.daftar_pagu if p.kode == simpul.kode and p.edisi == instansi.pagu_laporan) // 100
    if not any(lain.induk == simpul.kode for lain in instansi.daftar_anggaran):
        serap = {r.periode.triwulan: r.sen // 100 for r in instansi.daftar_realisasi if r.kode == simpul.kode}
        for tahun in range(tahun_awal - 1, tahun_awal + 5):
            bagian = Angka(acak.randint(60, 140), 100) if tahun != instansi.tahun else Angka(1)
            pagu_tahun = Angka(pagu) * bagian
            mata.isi["pagu", tahun, 0] = _rupiah(pagu_tahun)
            for triwulan in range(1, 5):
                mata.isi["serap", tahun, triwulan] = _rupiah(Angka(min(pagu, serap.get(triwulan, 0))) * bagian)
    return mata


def _keluaran(simpul: SimpulAnggaran, nama: str) -> tuple[str, str]:
    """Return indicator and unit of a budget row that the official list has none for."""
    rapi = nama.removeprefix("PROGRAM ").capitalize() if nama.isupper() else nama
    if simpul.tingkat is TingkatAnggaran.PROGRAM:
        return f"Persentase capaian {rapi.lower()}", "%"
    if simpul.tingkat is TingkatAnggaran.KEGIATAN:
        return f"Persentase {rapi} yang dilaksanakan", "%"
    return f"Jumlah dokumen {rapi}", "Dokumen"


def _isi_induk(bahan: Bahan) -> None:
    """Add the money up from the leaves, then percentages and growth of every row."""
    for tingkat in ("kegiatan", "program"):
        for mata in bahan.mata:
            if mata.tingkat == tingkat and not mata.isi:
                _jumlahkan(mata, [anak for anak in bahan.mata if anak.induk == mata.kode])
    _jumlahkan(bahan.total, [mata for mata in bahan.mata if mata.tingkat == "program"])
    for mata in (*bahan.mata, bahan.total):
        for kunci, tahun, triwulan in list(mata.isi):
            if kunci == "serap":
                if triwulan == 4:
                    mata.isi["serap", tahun, 0] = mata.isi["serap", tahun, 4]
                mata.isi["pagu", tahun, triwulan] = mata.isi["pagu", tahun, 0]
        for tahun in range(bahan.tahun_awal - 1, bahan.tahun_akhir + 1):
            for triwulan in range(5):
                pagu, serap = mata.isi["pagu", tahun, triwulan].angka, mata.isi["serap", tahun, triwulan].angka
                mata.isi["sisa", tahun, triwulan] = _rupiah(pagu - serap)
                if pagu:
                    mata.isi["persen", tahun, triwulan] = persen(serap / pagu * 100)
        pagu_per_tahun = [mata.isi["pagu", t, 0].angka for t in range(bahan.tahun_awal, bahan.tahun_akhir + 1)]
        if all(pagu_per_tahun):
            tumbuh = [(kini - lalu) / lalu * 100 for lalu, kini in pairwise(pagu_per_tahun)]
            mata.isi["pertumbuhan", bahan.tahun, 0] = persen(sum(tumbuh, Angka(0)) / len(tumbuh))
            kini = mata.isi["serap", bahan.tahun, 0].angka
            mata.isi["persen_akhir", bahan.tahun, 0] = persen(kini / pagu_per_tahun[-1] * 100)


def _jumlahkan(induk: Mata, daftar: list[Mata]) -> None:
    for mata in daftar:
        for kunci, isi in mata.isi.items():
            if kunci[0] in {"pagu", "serap"}:
                lama = induk.isi.get(kunci)
                induk.isi[kunci] = _rupiah(isi.angka + (lama.angka if lama else 0))


def _rupiah(angka: Angka) -> Kuantitas:
    return Kuantitas(angka=angka.bulat(0), satuan="Rp")


def persen(angka: Angka, digit: int = 2) -> Kuantitas:
    """Return a percentage in points, rounded to the decimals it is printed with."""
    return Kuantitas(angka=angka.bulat(digit), satuan="%", digit=digit)


def _list_kelompok(acak: Random, bahan: Bahan, sebutan: dict[str, Any], jumlah: int) -> Iterator[Kelompok]:
    """Yield the sasaran with their indicators; the programs are dealt out to the indicators in turn."""
    daftar_program = [mata for mata in bahan.mata if mata.tingkat == "program"]
    daftar_ukuran = []
    for nomor, nama in enumerate(sebutan["sasaran"][:jumlah]):
        for isi in sebutan["indikator"][2 * nomor : 2 * nomor + acak.choice((1, 2, 2))]:
            judul, satuan, polaritas, pembilang, penyebut, sumber, pj = isi
            ukuran = Ukuran(
                nama=judul, satuan=satuan, polaritas=polaritas, tujuan=bahan.tujuan, sasaran=nama, pembilang=pembilang,
                penyebut=penyebut, sumber=tuple(sumber.split("; ")), penanggung_jawab=tuple(pj.split("; ")),
                sebab=acak.choice(_SEBAB),
            )  # fmt: skip
            _isi_ukuran(acak, ukuran, bahan.tahun, bahan.tahun_awal)
            daftar_ukuran.append(ukuran)
    bagian: list[list[Mata]] = [[] for _ in daftar_ukuran]
    for urut, program in enumerate(daftar_program):
        tujuan = bagian[min(urut, len(bagian) - 1)]
        tujuan.extend(
            mata for mata in bahan.mata if mata.kode == program.kode or mata.kode.startswith(f"{program.kode}.")
        )
    for nama in dict.fromkeys(ukuran.sasaran for ukuran in daftar_ukuran):
        nomor_ukuran = [i for i, ukuran in enumerate(daftar_ukuran) if ukuran.sasaran == nama]
        for i in nomor_ukuran:
            _isi_uang(daftar_ukuran[i], bagian[i], bahan)
        yield Kelompok(
            nama=nama,
            ukuran=tuple(daftar_ukuran[i] for i in nomor_ukuran),
            mata_per_ukuran=tuple(tuple(bagian[i]) for i in nomor_ukuran),
        )


def _isi_uang(ukuran: Ukuran, daftar: list[Mata], bahan: Bahan) -> None:
    """Add what an indicator spends (tables E to G of an LKjIP)."""
    program = [mata for mata in daftar if mata.tingkat == "program"]
    if not program:
        return
    pagu, serap = (sum((m.isi[k, bahan.tahun, 0].angka for m in program), Angka(0)) for k in ("pagu", "serap"))
    total = bahan.total.isi["pagu", bahan.tahun, 0].angka
    kunci = (bahan.tahun, 0)
    ukuran.isi["anggaran", *kunci] = _rupiah(pagu)
    ukuran.isi["serap_iku", *kunci] = _rupiah(serap)
    if pagu and total:
        ukuran.isi["persen_anggaran", *kunci] = persen(pagu / total * 100)
        ukuran.isi["persen_serap", *kunci] = persen(serap / pagu * 100)
        capaian = ukuran.isi.get(("capaian", *kunci))
        if capaian:
            ukuran.isi["efisiensi", *kunci] = persen(capaian.angka - ukuran.isi["persen_serap", *kunci].angka)


def _isi_ukuran(acak: Random, ukuran: Ukuran, tahun: int, tahun_awal: int) -> None:
    """Fill targets of every year, realisasi up to this one and by quarter, and what follows from them."""
    digit = _DIGIT_PER_SATUAN.get(ukuran.satuan.lower(), 0)
    akhir = tahun_awal + 4
    dasar = Angka(acak.randint(3000, 8600), 100) if digit else Angka(acak.randint(4, 900))
    if not digit and acak.random() < 0.2:
        dasar = dasar * 37
    if ukuran.satuan == "%":
        digit = acak.choice((0, 1, 2, 2))
    arah = -1 if ukuran.polaritas == "turun" else 1
    langkah = dasar * Angka(acak.randint(1, 4), 100)
    urut_kategori = acak.randint(0, 2)
    bentuk_rentang = ukuran.satuan == "Indeks" and acak.random() < 0.4
    for ke, t in enumerate(range(tahun_awal - 1, akhir + 1)):
        target = (dasar + langkah * (arah * ke)).bulat(digit)
        nyata = (target * Angka(acak.randint(82, 112), 100)).bulat(digit)
        if ukuran.satuan == "%":
            target, nyata = min(target, Angka(100)), min(nyata, Angka(100))
        if ukuran.polaritas == "kategori":
            naik = min(urut_kategori + ke // 3, 3)
            ukuran.isi["target", t, 0] = Kuantitas(kategori=_KATEGORI[naik], satuan="kategori")
            if t <= tahun:
                ukuran.isi["realisasi", t, 0] = ukuran.isi["target", t, 0]
                ukuran.isi["capaian", t, 0] = persen(Angka(100), 0)
        else:
            rentang = (target * Angka(103, 100)).bulat(digit) if bentuk_rentang else None
            ukuran.isi["target", t, 0] = _kuantitas(ukuran, target, digit, rentang)
            if t <= tahun:
                ukuran.isi["realisasi", t, 0] = _kuantitas(ukuran, nyata, digit)
                ukuran.isi["capaian", t, 0] = persen(capaian(target, nyata, ukuran.polaritas))
        if t <= tahun:
            _isi_triwulan(acak, ukuran, t)
    _isi_turunan(ukuran, tahun, tahun_awal, akhir)
    if ukuran.polaritas in {"naik", "turun"} and acak.random() < 0.5:
        ukuran.isi["nasional", tahun, 0] = _kuantitas(
            ukuran, (dasar * Angka(acak.randint(90, 120), 100)).bulat(digit), digit
        )


def _kuantitas(ukuran: Ukuran, angka: Angka, digit: int, atas: Angka | None = None) -> Kuantitas:
    label = None
    if ukuran.polaritas == "predikat":
        label = next((nama for batas, nama in _PREDIKAT if angka >= batas), "C")
    return Kuantitas(angka=angka, atas=atas, kategori=label, satuan=ukuran.satuan, digit=digit)


def capaian(target: Angka, nyata: Angka, polaritas: str) -> Angka:
    """Return the achievement in points; less is better where the polarity says so. A target of 0 counts as 100."""
    if not target:
        return Angka(100)
    if polaritas == "turun":
        return (target * 2 - nyata) / target * 100
    return nyata / target * 100


def _isi_triwulan(acak: Random, ukuran: Ukuran, tahun: int) -> None:
    target, nyata = ukuran.isi["target", tahun, 0], ukuran.isi["realisasi", tahun, 0]
    for triwulan in range(1, 5):
        bagian = Angka(triwulan, 4) if triwulan == 4 else Angka(triwulan * 25 - acak.randint(0, 6), 100)
        for kunci, isi in (("target", target), ("realisasi", nyata)):
            if isi.angka is None or triwulan == 4:
                ukuran.isi[kunci, tahun, triwulan] = isi
            else:
                ukuran.isi[kunci, tahun, triwulan] = _kuantitas(
                    ukuran, (isi.angka * bagian).bulat(isi.digit), isi.digit
                )
        sampai = ukuran.isi["realisasi", tahun, triwulan].angka
        for kunci, sebanding in (("capaian", target), ("capaian_tw", ukuran.isi["target", tahun, triwulan])):
            is_angka = sebanding.angka is not None and sampai is not None
            hasil = persen(capaian(sebanding.angka, sampai, ukuran.polaritas)) if is_angka else persen(Angka(100), 0)
            ukuran.isi[kunci, tahun, triwulan] = hasil


def _isi_turunan(ukuran: Ukuran, tahun: int, tahun_awal: int, akhir: int) -> None:
    if awal := ukuran.isi.get(("realisasi", tahun_awal - 1, 0)):
        ukuran.isi["kondisi_awal", tahun_awal - 1, 0] = awal
    ukuran.isi["target_akhir", akhir, 0] = ukuran.isi["target", akhir, 0]
    nyata, sasaran = ukuran.isi.get(("realisasi", tahun, 0)), ukuran.isi["target", akhir, 0]
    if nyata and nyata.angka is not None and sasaran.angka is not None:
        ukuran.isi["tingkat_kemajuan", tahun, 0] = persen(capaian(sasaran.angka, nyata.angka, ukuran.polaritas))
    for t in range(tahun_awal, akhir + 1):
        if isi := ukuran.isi.get(("capaian", t, 0)):
            ukuran.isi["rasio", t, 0] = isi


def _lupakan(ukuran: Ukuran, tahun: int) -> None:
    """Take away the realisasi of the year and all that follows from it."""
    for kunci in ("realisasi", "capaian", "rasio", "tingkat_kemajuan", "efisiensi"):
        ukuran.isi.pop((kunci, tahun, 0), None)


def _list_lembar(acak: Random, bahan: Bahan) -> Iterator[Lembar]:
    """Yield sheets of individual indicators: the head of each unit, and staff with outputs of sub-kegiatan."""
    daftar_unit = dict.fromkeys(pj for ukuran in bahan.ukuran for pj in ukuran.penanggung_jawab)
    daftar_keluaran = [mata.keluaran for mata in bahan.mata if mata.tingkat != "program"]
    for unit in list(daftar_unit)[:4]:
        milik = [ukuran for ukuran in bahan.ukuran if unit in ukuran.penanggung_jawab]
        tambahan = acak.sample(daftar_keluaran, min(2, len(daftar_keluaran)))
        for ukuran in tambahan:
            ukuran.sasaran = ukuran.sasaran or milik[0].sasaran
            ukuran.sumber = ukuran.sumber or (f"Laporan {unit}",)
        urusan = unit.removeprefix("Bidang ").removeprefix("UPTD ").lower()
        yield Lembar(
            jabatan="Sekretaris" if unit == "Sekretariat" else f"Kepala {unit}",
            tugas=(f"Memimpin, mengoordinasikan, dan mengendalikan pelaksanaan urusan {urusan}.",),
            fungsi=tuple(
                f"{kata} di bidang {urusan};"
                for kata in ("Perumusan kebijakan teknis", "Pelaksanaan kebijakan", "Evaluasi dan pelaporan")
            ),
            ukuran=tuple(sorted({id(u): u for u in (*milik, *tambahan)}.values(), key=lambda u: u.sasaran)),
        )
