"""The page of a preview: its tabs, what one of them lists, and what will be stored as things stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator

from tolok.core.angka import Angka
from tolok.core.bacaan.sebutan import JUDUL_JENIS
from tolok.core.cetak_angka import format_angka
from tolok.ingest.alih.keputusan import BARU
from tolok.ingest.alih.rancangan import DokumenRancangan, Objek, Usulan, format_letak
from tolok.web.impor.queries import Pratinjau
from tolok.web.impor.tampil.baris import (
    BarisObjek,
    BarisUsulan,
    Kelompok,
    Penamaan,
    Pilihan,
    find_kelompok,
    make_baris,
    make_baris_objek,
)

PER_HALAMAN: Final = 25
DOKUMEN: Final = "dokumen"
LAIN: Final = "lain"
_TAB: Final = (
    (Kelompok.BEDA.value, "Berbeda"),
    (Kelompok.BARU.value, "Baru"),
    (Kelompok.RAGU.value, "Perlu dipastikan"),
    (Kelompok.PADANAN.value, "Padanan nama"),
    (Kelompok.SAMA.value, "Sama"),
    (DOKUMEN, "Dokumen"),
    (LAIN, "Tidak disimpan"),
)


class Tab(NamedTuple):
    """One part of the preview."""

    kunci: str
    nama: str
    jumlah: str
    kini: bool


@dataclass(frozen=True, slots=True)
class BarisDokumen:
    """One document of the file, and where its values go."""

    kunci: str
    jenis: str
    judul: str
    perangkat_daerah: str
    tahun: str
    is_perlu_tahun: bool
    isi: str
    daftar_target: tuple[Pilihan, ...]
    daftar_pagu: tuple[Pilihan, ...]


class TabelAsing(NamedTuple):
    """A table nobody recognised."""

    letak: str
    judul: str
    kepala: str


class Halaman:
    """Everything one request of the preview shows; ``tampil`` is the tab, ``""``: the first that has something."""

    def __init__(self, pratinjau: Pratinjau, *, tampil: str, nomor: str) -> None:
        self.pratinjau = pratinjau
        self.rancangan = pratinjau.rancangan
        self.penamaan = Penamaan(pratinjau.hasil.data)
        self._kelompok: dict[Kelompok, list[Usulan]] = {kelompok: [] for kelompok in Kelompok}
        for usulan in self.rancangan.daftar_usulan:
            self._kelompok[find_kelompok(usulan)].append(usulan)
        self.tampil = tampil if tampil in dict(_TAB) else self._bawaan()
        self.halaman: Page[Any] = Paginator(self._isi(), PER_HALAMAN).get_page(nomor)

    def _bawaan(self) -> str:
        """Differences come first; where there are none, what waits for somebody."""
        if self._kelompok[Kelompok.BEDA]:
            return Kelompok.BEDA.value
        if self.rancangan.daftar_belum_jelas:
            return Kelompok.PADANAN.value
        urut = (Kelompok.RAGU, Kelompok.BARU, Kelompok.SAMA)
        return next((satu.value for satu in urut if self._kelompok[satu]), DOKUMEN)

    def _isi(self) -> list[Usulan] | list[Objek]:
        if self.tampil == Kelompok.PADANAN:
            return sorted(self.rancangan.daftar_objek, key=lambda objek: objek.is_jelas)
        return self._kelompok[Kelompok(self.tampil)] if self.tampil not in (DOKUMEN, LAIN) else []

    @property
    def daftar_tab(self) -> tuple[Tab, ...]:
        """The tabs with how much is in each."""
        jumlah = {kelompok.value: len(daftar) for kelompok, daftar in self._kelompok.items()}
        jumlah[Kelompok.PADANAN] = len(self.rancangan.daftar_belum_jelas)
        jumlah[DOKUMEN] = len(self.rancangan.daftar_dokumen)
        jumlah[LAIN] = self.rancangan.lain.total() + len(self.daftar_asing)
        return tuple(Tab(k, nama, cacah(jumlah[k]), k == self.tampil) for k, nama in _TAB)

    @cached_property
    def daftar_baris(self) -> tuple[BarisUsulan, ...]:
        """The values of this part of the tab."""
        nilai = self.pratinjau.keputusan.nilai
        return tuple(
            make_baris(satu, self.penamaan, nilai.get(satu.kunci, ""))
            for satu in self.halaman
            if isinstance(satu, Usulan)
        )

    @cached_property
    def daftar_objek(self) -> tuple[BarisObjek, ...]:
        """The objects of this part of the tab."""
        return tuple(
            make_baris_objek(satu, self.penamaan, self.rancangan) for satu in self.halaman if isinstance(satu, Objek)
        )

    @property
    def daftar_kunci(self) -> tuple[str, ...]:
        """The keys of every value of the tab that can be taken or left as a whole."""
        if self.tampil not in (Kelompok.BEDA, Kelompok.BARU):
            return ()
        daftar = self._kelompok[Kelompok(self.tampil)]
        return tuple(satu.kunci for satu in daftar if not satu.is_ragu and not satu.is_bertentangan)

    @property
    def is_belum_diputuskan(self) -> bool:
        """Whether names of the tab wait for a decision."""
        return self.tampil == Kelompok.PADANAN and bool(self.rancangan.daftar_belum_jelas)

    @property
    def daftar_dokumen(self) -> tuple[BarisDokumen, ...]:
        """The documents of the file."""
        return tuple(self._dokumen(satu) for satu in self.rancangan.daftar_dokumen)

    def _dokumen(self, satu: DokumenRancangan) -> BarisDokumen:
        data = self.pratinjau.hasil.data
        terbaca = satu.terbaca
        rencana = [(e.id, e.nama) for e in data.daftar_edisi_rencana]
        rencana += [(p.id, self.penamaan.tujuan(p.id)) for p in data.daftar_perjanjian]
        target = [*rencana, (BARU, "Edisi rencana baru dari dokumen ini")] if satu.has_target else []
        pagu = [("", "Edisi menurut triwulannya")] if data.daftar_edisi_pagu else []
        pagu += [(e.id, e.nama) for e in data.daftar_edisi_pagu]
        pagu = [*pagu, (BARU, "Edisi pagu baru dari dokumen ini")] if satu.has_pagu else []
        bagian = (
            (len(terbaca.indikator), "baris indikator"),
            (len(terbaca.anggaran), "baris anggaran"),
            (len(terbaca.iki), "lembar IKI"),
        )
        return BarisDokumen(
            kunci=str(satu.indeks),
            jenis=JUDUL_JENIS[terbaca.jenis],
            judul=terbaca.judul or "Tanpa judul",
            perangkat_daerah=terbaca.perangkat_daerah,
            tahun=str(satu.tahun or ""),
            is_perlu_tahun=terbaca.tahun is None,
            isi=", ".join(f"{cacah(n)} {kata}" for n, kata in bagian if n) or "tidak ada yang dikenali",
            daftar_target=tuple(Pilihan(k, nama, k == satu.target) for k, nama in target),
            daftar_pagu=tuple(Pilihan(k, nama, k == satu.pagu) for k, nama in pagu),
        )

    @property
    def daftar_lain(self) -> tuple[tuple[str, str], ...]:
        """How many values are not offered, with the reason."""
        return tuple((cacah(banyak), sebab) for sebab, banyak in self.rancangan.lain.most_common())

    @cached_property
    def daftar_asing(self) -> tuple[TabelAsing, ...]:
        """The tables nobody recognised."""
        return tuple(
            TabelAsing(
                format_letak(tabel.letak) or "tempatnya tidak diketahui",
                " ".join(f"{tabel.nomor} {tabel.judul}".split()),
                "; ".join(" ".join(kepala.split()) for kepala in tabel.kepala if kepala.strip()),
            )
            for dokumen in self.pratinjau.terbaca.dokumen
            for tabel in dokumen.tabel_tak_dikenal
        )

    @property
    def jumlah_simpan(self) -> str:
        """How many values and new rows will be stored."""
        return cacah(len(self.rancangan.daftar_simpan) + len(self.rancangan.daftar_baru))

    @property
    def rincian_simpan(self) -> str:
        """What they are, in words."""
        banyak = Counter(
            "indikator" if satu.objek.jenis.value == "indikator" else "anggaran"
            for satu in self.rancangan.daftar_simpan
        )
        baru = len(self.rancangan.daftar_baru)
        bagian = [f"{cacah(n)} nilai {kata}" for kata, n in banyak.items()]
        return ", ".join([*bagian, *([f"{cacah(baru)} indikator atau baris anggaran baru"] if baru else [])])

    @property
    def daftar_tunda(self) -> tuple[str, ...]:
        """What waits for a person, and therefore is not stored."""
        belum = {objek.kunci for objek in self.rancangan.daftar_belum_jelas}
        menunggu = sum(usulan.objek.kunci in belum for usulan in self.rancangan.daftar_usulan)
        ragu = sum(not satu.is_disimpan for satu in self._kelompok[Kelompok.RAGU])
        beda = sum(not satu.is_ikut for satu in self._kelompok[Kelompok.BEDA])
        bagian = (
            (menunggu, "nilai menunggu keputusan tentang namanya"),
            (ragu, "nilai belum dipastikan"),
            (beda, "nilai berbeda tidak Anda ikutkan"),
        )
        return tuple(f"{cacah(n)} {kata}" for n, kata in bagian if n)

    def find_usulan(self, kunci: str) -> Usulan | None:
        """Return a value by its key."""
        return next((usulan for usulan in self.rancangan.daftar_usulan if usulan.kunci == kunci), None)

    @property
    def kueri(self) -> str:
        """The query string of this part of the preview."""
        return urlencode({"tampil": self.tampil, "halaman": str(self.halaman.number)})


def cacah(banyak: int) -> str:
    """Return a count as text."""
    return format_angka(Angka(banyak))
