"""The steps from the formula of an indicator to its predicate: numbers put in, and the convention behind each."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from tolok.core.edisi import is_berlaku_surut
from tolok.core.gabungan import NAMA_GABUNGAN
from tolok.core.hasil.dasar import describe_kebijakan
from tolok.core.hasil.penjelasan import explain_pembulatan
from tolok.core.indikator import NAMA_POLARITAS, Polaritas
from tolok.core.jejak import Hasil
from tolok.core.nilai import BelumAda, Kategori, Nilai, TidakDapatDihitung, is_ada
from tolok.core.penyusun.lkjip.metode import list_kelas
from tolok.core.periode import format_tanggal
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator
from tolok.web.penjelasan.indikator.masukan import BarisMasukan, PenyusunMasukan, list_langkah_masukan
from tolok.web.penjelasan.matematika import Matematika, draw_rumus, make_matematika
from tolok.web.penjelasan.riwayat import PencariCatatan
from tolok.web.perencanaan.tautan import TeksAngka


@dataclass(frozen=True, slots=True)
class LangkahNilai:
    """A quantity on the way: its calculation, what is printed for it, and what must be said of it."""

    angka: TeksAngka
    nilai: Nilai
    matematika: Matematika | None
    pembulatan: str
    catatan: str
    sebab: str
    is_ada: bool
    kebijakan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LangkahRumus:
    """How the indicator is defined; without a formula ``cara`` says where its value comes from."""

    rumus: SafeString
    cara: str
    definisi: str
    is_surut: bool


@dataclass(frozen=True, slots=True)
class BarisBagian:
    """A part of a composite indicator with its numbers."""

    nama: str
    alamat: str
    target: TeksAngka
    realisasi: TeksAngka
    capaian: TeksAngka
    bobot: str


@dataclass(frozen=True, slots=True)
class KelasPredikat:
    """A class of the scale with its bounds; ``kini`` marks the one the capaian lies in."""

    batas: str
    label: str
    kini: bool


@dataclass(frozen=True, slots=True)
class Cerita:
    """The whole story of an indicator in a period."""

    rumus: LangkahRumus
    daftar_masukan: tuple[BarisMasukan, ...]
    daftar_bagian: tuple[BarisBagian, ...]
    realisasi: LangkahNilai
    target: LangkahNilai
    dokumen_target: str
    polaritas: str
    capaian: LangkahNilai
    terbatas: LangkahNilai
    predikat: LangkahNilai
    nama_skala: str
    daftar_kelas: tuple[KelasPredikat, ...]


class PenyusunCerita:
    """Makes the story of one page."""

    def __init__(self, halaman: HalamanIndikator) -> None:
        self._halaman = halaman
        self._hasil = halaman.tampak.hasil
        self._penaut = halaman.penaut
        self._kebijakan = dict(describe_kebijakan(self._hasil))
        self.realisasi = self._hasil.realisasi(halaman.kode, halaman.periode)
        self.daftar_langkah_masukan = list_langkah_masukan(self.realisasi)

    def susun(self, catatan: PencariCatatan) -> Cerita:
        """Return the story; ``catatan`` knows the history of its inputs."""
        kode, periode = self._halaman.kode, self._halaman.periode
        penyusun = PenyusunMasukan(self._halaman.tampak, self._penaut, catatan)
        target = self._hasil.target(kode, periode)
        capaian = self._hasil.capaian(kode, periode)
        predikat = self._hasil.predikat(kode, periode)
        is_majemuk = self._halaman.edisi.gabungan is not None
        return Cerita(
            rumus=self.make_rumus(),
            daftar_masukan=() if is_majemuk else tuple(map(penyusun.make_baris, self.daftar_langkah_masukan)),
            daftar_bagian=self._list_bagian(),
            realisasi=self._langkah(self.realisasi, isi=True),
            target=self._langkah(target),
            dokumen_target=next((j.sumber or "" for j in target.jejak.anak if j.operasi == "target.dokumen"), ""),
            polaritas=NAMA_POLARITAS[self._halaman.edisi.polaritas],
            capaian=self._langkah(capaian, *self._kebijakan_capaian()),
            terbatas=self._langkah(
                self._hasil.capaian_terbatas(kode, periode),
                f"Batas untuk rata-rata: {self._kebijakan['batas untuk rata-rata']}.",
            ),
            predikat=self._langkah(predikat),
            nama_skala=self._kebijakan["skala"],
            daftar_kelas=self._list_kelas(predikat.nilai),
        )

    def make_rumus(self) -> LangkahRumus:
        """Return the definition the period is read with."""
        edisi, periode = self._halaman.edisi, self._halaman.periode
        return LangkahRumus(
            rumus=draw_rumus(edisi.rumus),
            cara=self._cara(),
            definisi=f"Definisi edisi {edisi.edisi}, berlaku mulai {format_tanggal(edisi.berlaku_mulai)}, "
            f"dicatat {format_tanggal(edisi.dicatat_pada)}.",
            is_surut=is_berlaku_surut(edisi, periode),
        )

    def _cara(self) -> str:
        """Return where the value comes from, if that is not the formula that stands above."""
        edisi = self._halaman.edisi
        if edisi.gabungan is not None:
            return f"Indikator majemuk. Capaiannya {NAMA_GABUNGAN[edisi.gabungan]}."
        if not edisi.rumus:
            return "Tanpa rumus: nilainya dicatat sebagaimana diberikan sumbernya."
        if not any(jejak.operasi in ("rumus", "kategori") for jejak in self.realisasi.jejak.telusuri()):
            return "Bagian-bagian rumusnya belum dicatat; dipakai nilai yang dicatat dari sumbernya."
        return ""

    def _langkah(self, hasil: Hasil, *kebijakan: str, isi: bool = False) -> LangkahNilai:
        jejak = hasil.jejak.anak[0] if isi and hasil.jejak.anak else hasil.jejak
        return LangkahNilai(
            angka=self._penaut.angka(hasil),
            nilai=hasil.nilai,
            matematika=make_matematika(jejak),
            pembulatan=explain_pembulatan(hasil),
            catatan=hasil.jejak.catatan or "",
            sebab=hasil.nilai.keterangan if isinstance(hasil.nilai, BelumAda | TidakDapatDihitung) else "",
            is_ada=is_ada(hasil.nilai),
            kebijakan=kebijakan,
        )

    def _kebijakan_capaian(self) -> list[str]:
        daftar = [f"Dasar hitung: {self._kebijakan['dasar hitung']}."]
        if self._halaman.edisi.polaritas in (Polaritas.TURUN, Polaritas.RENTANG):
            daftar.insert(0, f"Rumus turun: {self._kebijakan['rumus turun']}.")
        return daftar

    def _list_bagian(self) -> tuple[BarisBagian, ...]:
        periode, hasil = self._halaman.periode, self._hasil
        return tuple(
            BarisBagian(
                nama=bagian.nama,
                alamat=self._penaut.find_alamat("indikator", kode=bagian.indikator),
                target=self._penaut.angka(hasil.target(bagian.indikator, periode)),
                realisasi=self._penaut.angka(hasil.realisasi(bagian.indikator, periode)),
                capaian=self._penaut.angka(hasil.capaian(bagian.indikator, periode)),
                bobot=bagian.bobot,
            )
            for bagian in hasil.daftar_bagian(self._halaman.kode, periode)
        )

    def _list_kelas(self, nilai: Nilai) -> tuple[KelasPredikat, ...]:
        skala = next((s for s in self._hasil.data.daftar_skala if s.id == self._hasil.kebijakan.skala), None)
        if skala is None:
            return ()
        kini = nilai.label if isinstance(nilai, Kategori) else ""
        return tuple(KelasPredikat(kelas.batas, kelas.label, kelas.label == kini) for kelas in list_kelas(skala))
