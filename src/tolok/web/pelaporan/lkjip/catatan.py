"""What a part of the report still lacks or contradicts, one note for each cause, found in the very cells it prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka, label_keadaan
from tolok.core.dokumen.lkjip import Lkjip
from tolok.core.dokumen.sel import Sel
from tolok.core.hasil.cari import read_identitas
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.jejak import Hasil
from tolok.core.kalimat import make_sambungan
from tolok.core.nilai import AlasanBelumAda, BelumAda, JenisTanda, Nilai, TidakDapatDihitung
from tolok.core.penyusun.catatan import find_sumber
from tolok.core.penyusun.narator import BELUM_DIISI
from tolok.render.gaya import teks_judul, teks_keterangan
from tolok.render.html import id_blok
from tolok.render.tata_letak import Blok, DaftarButir, Isi, Judul, Naskah, Paragraf, Tabel, Teks
from tolok.web.pelaporan.lkjip.bagian import Bagian
from tolok.web.pelaporan.lkjip.tulisan import Tulisan

GALAT: Final = "galat"
PERINGATAN: Final = "peringatan"
SARAN: Final = "saran"

_SEMENTARA_TANPA: Final = frozenset(
    {AlasanBelumAda.TIDAK_DIEVALUASI, AlasanBelumAda.BELUM_TERBIT, AlasanBelumAda.BELUM_WAKTUNYA}
)
"""There is no value because there cannot be one yet, or nobody measures it: nothing to repair."""

_TULISAN_PER_SEBUTAN: Final = {
    "gambaran umum organisasi": "gambaran_umum",
    "isu strategis": "permasalahan",
    "uraian rencana strategis": "rencana_strategis",
    "langkah perbaikan": "langkah_perbaikan",
}
"""What the report calls a missing part, and the narrative that fills it; the others come from other pages."""


@dataclass(frozen=True, slots=True)
class Letak:
    """A place in the preview."""

    kata: str
    jangkar: str


@dataclass(frozen=True, slots=True)
class Banding:
    """One of two values that contradict each other, with its source."""

    sumber: str
    tercetak: str


@dataclass(slots=True)
class Catatan:
    """One note; ``nilai`` carries the badge, ``identitas`` the quantity to look at, ``tulisan`` the text to write."""

    tingkat: str
    judul: str
    uraian: str
    nilai: Nilai | None = None
    identitas: str = ""
    tulisan: str = ""
    letak: list[Letak] = field(default_factory=list)
    banding: tuple[Banding, ...] = ()


@dataclass(frozen=True, slots=True)
class Jumlah:
    """How many notes of each kind a part has, as text; ``""``: none."""

    galat: str
    peringatan: str
    saran: str

    @property
    def is_lengkap(self) -> bool:
        """Whether nothing is left to do."""
        return not (self.galat or self.peringatan)


class PencariCatatan:
    """Finds the notes of a report, part by part."""

    def __init__(self, hasil: HasilTahun, model: Lkjip, naskah: Naskah, daftar_tulisan: tuple[Tulisan, ...]) -> None:
        self._hasil = hasil
        self._naskah = naskah
        self._tulisan_per_nama = {satu.dikenal: satu for satu in daftar_tulisan}
        self._temuan = model.daftar_temuan_narasi

    def list(self, bagian: Bagian) -> tuple[Catatan, ...]:
        """Return the notes of a part, the gravest first."""
        per_sebab: dict[tuple[str, str], Catatan] = {}
        for letak, sel in self._sel(bagian):
            for kunci, catatan in self._dari_sel(sel):
                _tambah_letak(per_sebab.setdefault(kunci, catatan), letak)
        daftar = [*per_sebab.values(), *self._belum_diisi(bagian), *self._literal(bagian)]
        return tuple(sorted(daftar, key=lambda satu: (GALAT, PERINGATAN, SARAN).index(satu.tingkat)))

    def _blok(self, bagian: Bagian) -> Iterator[tuple[str, Blok]]:
        for seksi, awal, akhir in bagian.daftar_rentang:
            for nomor, blok in enumerate(self._naskah.seksi[seksi].blok[awal:akhir], start=awal):
                yield f"#{id_blok(seksi, nomor)}", blok

    def _sel(self, bagian: Bagian) -> Iterator[tuple[Letak, Sel]]:
        """Yield the cells of the tables of a part with the nearest caption or heading."""
        judul = Letak(bagian.judul, "")
        for jangkar, blok in self._blok(bagian):
            if isinstance(blok, Judul):
                judul = Letak(teks_judul(blok), jangkar)
            if isinstance(blok, Tabel):
                letak = Letak(f"Tabel {blok.nomor}", jangkar) if blok.nomor else Letak(judul.kata, jangkar)
                for isi in _isi_tabel(blok):
                    if isinstance(isi, Teks) and isi.sel is not None and isi.sel.nilai is not None:
                        yield letak, isi.sel

    def _dari_sel(self, sel: Sel) -> Iterator[tuple[tuple[str, str], Catatan]]:
        nilai = sel.nilai
        if isinstance(nilai, BelumAda | TidakDapatDihitung):
            ringan = isinstance(nilai, BelumAda) and nilai.alasan in _SEMENTARA_TANPA
            uraian = make_sambungan(nilai.keterangan)
            yield (
                (str(nilai.alasan), uraian),
                Catatan(SARAN if ringan else PERINGATAN, self._nama(sel), uraian, nilai, sel.identitas or ""),
            )
            return
        for tanda in nilai.tanda if nilai is not None else ():
            tingkat = GALAT if tanda.jenis is JenisTanda.BERTENTANGAN else SARAN
            catatan = Catatan(
                tingkat, self._nama(sel), make_sambungan(tanda.keterangan), nilai, sel.identitas or "",
                banding=self._banding(sel) if tingkat == GALAT else (),
            )  # fmt: skip
            yield (str(tanda.jenis), tanda.keterangan), catatan

    def _hasil_sel(self, sel: Sel) -> Hasil | None:
        try:
            return self._hasil.cari(sel.identitas) if sel.identitas else None
        except KeyError:
            return None

    def _nama(self, sel: Sel) -> str:
        """Return what a cell prints, in words: "Realisasi …", with the year if it is another one."""
        hasil = self._hasil_sel(sel)
        if hasil is None:
            return label_keadaan(sel.nilai) if sel.nilai is not None else ""
        bagian, uraian = read_identitas(hasil.identitas), hasil.jejak.uraian
        nama = self._nama_indikator.get(bagian.nama, "") if bagian.jenis == "indikator" else ""
        if nama and bagian.besaran == "realisasi":
            uraian = f"Realisasi {nama}"
        elif nama and nama not in uraian:
            uraian = f"{uraian.split(' (')[0]}: {nama}"
        return uraian if bagian.periode.tahun == self._hasil.data.tahun else f"{uraian} ({bagian.periode.tahun})"

    @cached_property
    def _nama_indikator(self) -> dict[str, str]:
        return {satu.indikator: satu.nama for satu in self._hasil.data.daftar_indikator}

    def _banding(self, sel: Sel) -> tuple[Banding, ...]:
        """Return the value that is used and its rivals, each with its source; nobody has settled which one holds."""
        dipakai = self._hasil_sel(sel)
        if dipakai is None:
            return ()
        bagian = read_identitas(dipakai.identitas)
        if (bagian.jenis, bagian.besaran) != ("indikator", "realisasi"):
            return ()
        lain = self._hasil.daftar_realisasi_lain(bagian.nama, bagian.periode)
        return tuple(Banding(find_sumber(satu) or "Tanpa sumber", satu.tercetak) for satu in (dipakai, *lain))

    def _belum_diisi(self, bagian: Bagian) -> Iterator[Catatan]:
        """Yield the texts the report prints as missing, each with where it can be written."""
        kosong = [s for s in self._tulisan_per_nama.values() if s.bagian == bagian.kunci and not s.teks.strip()]
        for jangkar, blok in self._blok(bagian):
            if isinstance(blok, Tabel):
                if any(isinstance(isi, Teks) and isi.teks == BELUM_DIISI for isi in _isi_tabel(blok)):
                    letak = Letak(teks_keterangan(blok).split(" ", 2)[0] + f" {blok.nomor}", jangkar)
                    for satu in (s for s in kosong if s.analisis):
                        yield Catatan(PERINGATAN, f"{satu.nama} belum ditulis", "", tulisan=satu.kunci, letak=[letak])
                continue
            teks = "".join(isi.teks for isi in _isi_blok(blok) if isinstance(isi, Teks))
            if teks.startswith(f"{BELUM_DIISI}: "):
                apa = teks.removeprefix(f"{BELUM_DIISI}: ").rstrip(".")
                yield Catatan(
                    PERINGATAN, f"{apa[0].upper()}{apa[1:]} belum diisi", "",
                    tulisan=_TULISAN_PER_SEBUTAN.get(apa, ""), letak=[Letak(bagian.judul, jangkar)],
                )  # fmt: skip

    def _literal(self, bagian: Bagian) -> Iterator[Catatan]:
        for temuan in self._temuan:
            tulisan = self._tulisan_per_nama.get(temuan.kunci)
            if tulisan is None or tulisan.bagian != bagian.kunci:
                continue
            baris, kolom = (format_angka(Angka(n)) for n in (temuan.baris, temuan.kolom))
            is_bertentangan = temuan.jenis == "bertentangan"
            sebutan = "bertentangan dengan tabel" if is_bertentangan else "mengulang tabel"
            yield Catatan(
                GALAT if is_bertentangan else SARAN,
                f"Angka ketikan {temuan.tertulis} {sebutan}",
                temuan.pesan,
                identitas=temuan.identitas,
                tulisan=tulisan.kunci,
                letak=[Letak(f"{tulisan.nama}, baris {baris}, kolom {kolom}", "")],
                banding=(Banding("Diketik", temuan.tertulis), Banding("Hitungan", temuan.seharusnya))
                if is_bertentangan
                else (),
            )


def count_catatan(daftar: tuple[Catatan, ...]) -> Jumlah:
    """Return how many notes of each kind there are."""

    def banyak(tingkat: str) -> str:
        jumlah = sum(satu.tingkat == tingkat for satu in daftar)
        return format_angka(Angka(jumlah)) if jumlah else ""

    return Jumlah(banyak(GALAT), banyak(PERINGATAN), banyak(SARAN))


def _tambah_letak(catatan: Catatan, letak: Letak) -> None:
    if letak not in catatan.letak:
        catatan.letak.append(letak)


def _isi_tabel(tabel: Tabel) -> Iterator[Isi]:
    for baris in tabel.baris:
        for sel in baris:
            for paragraf in sel.isi:
                yield from paragraf.isi


def _isi_blok(blok: Blok) -> Iterator[Isi]:
    if isinstance(blok, Paragraf):
        yield from blok.isi
    elif isinstance(blok, DaftarButir):
        for butir in blok.butir:
            yield from butir
