"""Building the rows of the tree from the computed year, as far as its reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tolok.core.anggaran import SimpulAnggaran, TingkatAnggaran
from tolok.core.hasil.anggaran import PENUNJANG, TANPA_SASARAN
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil
from tolok.core.nilai import AlasanTakTerhitung, TidakDapatDihitung
from tolok.core.periode import Periode
from tolok.core.rencana import JenisSimpul, SimpulRencana
from tolok.core.satuan import KATEGORI, normalize_satuan
from tolok.web.penjelasan.pohon.baris import AngkaBaris, BarisPohon, Jenis, Kekurangan
from tolok.web.penjelasan.pohon.edisi import PilihanEdisi
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.perencanaan.tautan import Penaut

JENIS_PER_TINGKAT: Final = {
    TingkatAnggaran.PROGRAM: Jenis.PROGRAM,
    TingkatAnggaran.KEGIATAN: Jenis.KEGIATAN,
    TingkatAnggaran.SUBKEGIATAN: Jenis.SUBKEGIATAN,
}
_KELOMPOK: Final = (
    (PENUNJANG, "Program penunjang", "Mendukung semua sasaran, tidak satu pun secara khusus"),
    (TANPA_SASARAN, "Program yang belum mendukung sasaran", "Hubungkan ke sasaran dalam pemetaan anggaran"),
)
BELUM_TERSAMBUNG: Final = "belum-tersambung"


class PenyusunPohon:
    """Makes the rows of one page."""

    def __init__(self, tampak: AngkaTampak, pilihan: PilihanEdisi, penaut: Penaut) -> None:
        self._tampak = tampak
        self._pilihan = pilihan
        self._hasil = pilihan.hasil
        self._penaut = penaut
        self._periode = tampak.tahun.konteks.periode
        self._edisi_pagu = self._hasil.anggaran.edisi_untuk(self._periode)
        self._daftar: list[BarisPohon] = []
        self._urut = 0

    def susun(self) -> tuple[BarisPohon, ...]:
        """Return all rows, parents before what is below them."""
        daftar_simpul = [s for s in self._hasil.data.daftar_simpul if s.edisi == self._pilihan.edisi.id]
        for simpul in daftar_simpul:
            if not simpul.induk and simpul.jenis is JenisSimpul.TUJUAN:
                self._simpul(simpul, daftar_simpul, induk="", dalam=0)
        self._belum_tersambung([s for s in daftar_simpul if not s.induk and s.jenis is not JenisSimpul.TUJUAN])
        if self._edisi_pagu:
            for kelompok, nama, keterangan in _KELOMPOK:
                self._kelompok_anggaran(kelompok, nama, keterangan)
        return tuple(_tandai_anak(self._daftar))

    def _simpul(self, simpul: SimpulRencana, semua: list[SimpulRencana], *, induk: str, dalam: int) -> None:
        letak = len(self._daftar)
        is_sasaran = simpul.jenis is JenisSimpul.SASARAN
        baris = BarisPohon(
            id=simpul.id,
            induk=induk,
            dalam=dalam,
            jenis=Jenis.SASARAN if is_sasaran else Jenis.TUJUAN,
            nama=simpul.uraian,
            kode=simpul.id,
            keterangan=simpul.tujuan_rpjmd if not is_sasaran and simpul.tujuan_rpjmd != simpul.uraian else "",
        )
        self._daftar.append(baris)
        daftar_indikator = self._hasil.daftar_indikator(simpul.id, self._periode)
        for edisi in daftar_indikator:
            if self._tampak.is_milik(edisi):
                self._indikator(edisi, simpul, induk=simpul.id, dalam=dalam + 1)
        if self._edisi_pagu:
            for kode in self._kode_simpul(simpul.id, daftar_indikator):
                self._anggaran(kode, induk=simpul.id, dalam=dalam + 1)
        for anak in semua:
            if anak.induk == simpul.id:
                self._simpul(anak, semua, induk=simpul.id, dalam=dalam + 1)
        if len(self._daftar) == letak + 1 and self._tampak.tahun.unit_tampak is not None:
            del self._daftar[letak]
            return
        self._daftar[letak] = self._isi_simpul(baris, simpul, daftar_indikator, has_isi=len(self._daftar) > letak + 1)

    def _isi_simpul(
        self, baris: BarisPohon, simpul: SimpulRencana, daftar_indikator: tuple[EdisiIndikator, ...], *, has_isi: bool
    ) -> BarisPohon:
        kurang = set()
        is_sasaran = simpul.jenis is JenisSimpul.SASARAN
        if is_sasaran and not simpul.induk:
            kurang.add(Kekurangan.INDUK)
        if (is_sasaran and not daftar_indikator) or not has_isi:
            kurang.add(Kekurangan.INDIKATOR)
        if is_sasaran and self._edisi_pagu and not self._hasil.anggaran.kode_simpul(simpul.id):
            kurang.add(Kekurangan.PROGRAM)
        pagu = self._pagu(self._hasil.pagu_simpul(simpul.id, self._edisi_pagu)) if self._edisi_pagu else None
        return replace(baris, pagu=pagu, kekurangan=frozenset(kurang))

    def _indikator(self, edisi: EdisiIndikator, simpul: SimpulRencana | None, *, induk: str, dalam: int) -> None:
        kode = edisi.indikator
        id_ = f"indikator-{kode}"
        target = self._target(edisi)
        kurang = set()
        if not edisi.penanggung_jawab:
            kurang.add(Kekurangan.PEMILIK)
        if target is None or _is_tanpa_target(target):
            kurang.add(Kekurangan.TARGET)
        if normalize_satuan(edisi.satuan) == KATEGORI and not any(
            skala.id == edisi.skala for skala in self._hasil.data.daftar_skala
        ):
            kurang.add(Kekurangan.SKALA)
        if simpul is None:
            kurang.add(Kekurangan.INDUK)
        self._daftar.append(
            BarisPohon(
                id=id_,
                induk=induk,
                dalam=dalam,
                jenis=Jenis.INDIKATOR,
                nama=edisi.nama,
                kode=kode,
                alamat=self._penaut.find_alamat("indikator", kode=kode),
                pemilik="; ".join(edisi.penanggung_jawab),
                target=AngkaBaris.make_tanpa("Tanpa target") if target is None else self._angka(target),
                capaian=self._capaian(edisi),
                status=self._tampak.tahun.status(kode).value if self._pilihan.is_berlaku else "",
                pagu=self._pagu(self._hasil.pagu_indikator(kode, self._edisi_pagu)) if self._edisi_pagu else None,
                kekurangan=frozenset(kurang),
            )
        )
        for bagian in self._hasil.daftar_bagian(kode, self._periode):
            self._bagian(bagian, induk=id_, dalam=dalam + 1)
        if self._edisi_pagu:
            for kode_anggaran in self._hasil.anggaran.kode_indikator(kode):
                self._anggaran(kode_anggaran, induk=id_, dalam=dalam + 1)

    def _bagian(self, edisi: EdisiIndikator, *, induk: str, dalam: int) -> None:
        target = self._target(edisi)
        self._daftar.append(
            BarisPohon(
                id=f"indikator-{edisi.indikator}",
                induk=induk,
                dalam=dalam,
                jenis=Jenis.BAGIAN,
                nama=edisi.nama,
                kode=edisi.indikator,
                alamat=self._penaut.find_alamat("indikator", kode=edisi.indikator),
                target=None if target is None else self._angka(target),
                capaian=self._capaian(edisi),
            )
        )

    def _target(self, edisi: EdisiIndikator) -> Hasil | None:
        """Return the target that judges the period; of another edition the one that this edition states."""
        if self._pilihan.is_berlaku:
            return self._hasil.target(edisi.indikator, self._periode)
        tahun = Periode(self._periode.tahun)
        return self._hasil.target_dokumen(edisi.indikator, tahun, self._pilihan.edisi.id)

    def _capaian(self, edisi: EdisiIndikator) -> AngkaBaris | None:
        if not self._pilihan.is_berlaku:
            return None
        if not self._tampak.is_angka_tampak(edisi):
            return AngkaBaris.make_tanpa(self._tampak.kata_belum(edisi))
        return self._angka(self._hasil.capaian(edisi.indikator, self._periode))

    def _angka(self, hasil: Hasil) -> AngkaBaris:
        return AngkaBaris.from_hasil(hasil, self._penaut.angka(hasil))

    def _kode_simpul(self, simpul: str, daftar_indikator: tuple[EdisiIndikator, ...]) -> Iterator[str]:
        """Yield the budget that serves a node without serving one of its indicators."""
        milik_indikator = {
            kode for edisi in daftar_indikator for kode in self._hasil.anggaran.kode_indikator(edisi.indikator)
        }
        for kode in self._hasil.anggaran.peta.kode_per_simpul.get(simpul, ()):
            if kode not in milik_indikator:
                yield kode

    def _kelompok_anggaran(self, kelompok: str, nama: str, keterangan: str) -> None:
        peta = self._hasil.anggaran.peta
        daftar_kode = peta.kode_penunjang if kelompok == PENUNJANG else peta.kode_tanpa_sasaran
        daftar_kode = tuple(kode for kode in daftar_kode if self._tampak.tahun.anggaran.is_simpul_tampak(kode))
        if not daftar_kode:
            return
        kurang = frozenset({Kekurangan.INDUK} if kelompok == TANPA_SASARAN else ())
        self._daftar.append(
            BarisPohon(
                id=kelompok.replace("_", "-"),
                induk="",
                dalam=0,
                jenis=Jenis.KELOMPOK,
                nama=nama,
                keterangan=keterangan,
                pagu=self._pagu(self._hasil.pagu(kelompok, self._edisi_pagu)),
                kekurangan=kurang,
            )
        )
        for kode in daftar_kode:
            self._anggaran(kode, induk=kelompok.replace("_", "-"), dalam=1)

    def _anggaran(self, puncak: str, *, induk: str, dalam: int) -> None:
        """Add a budget node with everything below it."""
        anggaran, tampak = self._hasil.anggaran, self._tampak.tahun.anggaran
        tumpukan = [(puncak, induk, dalam)]
        while tumpukan:
            kode, atas, tingkat = tumpukan.pop()
            if not tampak.is_simpul_tampak(kode):
                continue
            self._urut += 1
            id_ = f"n{self._urut}"
            simpul = anggaran.simpul_per_kode[kode]
            kurang = {Kekurangan.INDIKATOR} if not simpul.indikator else set()
            if not tampak.pemilik_per_kode[kode]:
                kurang.add(Kekurangan.PEMILIK)
            self._daftar.append(
                BarisPohon(
                    id=id_,
                    induk=atas,
                    dalam=tingkat,
                    jenis=JENIS_PER_TINGKAT[simpul.tingkat],
                    nama=simpul.nama,
                    kode=kode,
                    keterangan=self._keterangan(simpul, is_puncak=kode == puncak),
                    pemilik=simpul.penanggung_jawab,
                    pagu=self._pagu(self._hasil.pagu(kode, self._edisi_pagu)),
                    kekurangan=frozenset(kurang),
                )
            )
            tumpukan.extend((anak, id_, tingkat + 1) for anak in reversed(anggaran.pohon.anak_per_id[kode]))

    def _keterangan(self, simpul: SimpulAnggaran, *, is_puncak: bool) -> str:
        """Return the indicator of a budget node; a kegiatan that stands without its program also names that."""
        atas = self._hasil.anggaran.simpul_per_kode.get(simpul.induk) if is_puncak else None
        asal = f"Dari program {atas.nama}" if atas is not None else ""
        return ". ".join(teks for teks in (simpul.indikator, asal) if teks)

    def _belum_tersambung(self, daftar_sasaran: list[SimpulRencana]) -> None:
        """Show apart what should hang under something and does not."""
        daftar_indikator = [e for e in self._indikator_lepas() if self._tampak.is_milik(e)]
        if not (daftar_sasaran or daftar_indikator):
            return
        letak = len(self._daftar)
        self._daftar.append(
            BarisPohon(
                id=BELUM_TERSAMBUNG,
                induk="",
                dalam=0,
                jenis=Jenis.KELOMPOK,
                nama="Belum tersambung",
                keterangan="Ada dalam rencana, tetapi tidak di bawah sebuah tujuan atau sasaran",
                kekurangan=frozenset({Kekurangan.INDUK}),
            )
        )
        for simpul in daftar_sasaran:
            self._simpul(simpul, [], induk=BELUM_TERSAMBUNG, dalam=1)
        for edisi in daftar_indikator:
            self._indikator(edisi, None, induk=BELUM_TERSAMBUNG, dalam=1)
        if len(self._daftar) == letak + 1:
            del self._daftar[letak]

    def _indikator_lepas(self) -> Iterator[EdisiIndikator]:
        """Yield the indicators in force that measure no node of any plan edition."""
        if not self._pilihan.is_berlaku:
            return
        simpul = {satu.id for satu in self._hasil.data.daftar_simpul}
        for kode in dict.fromkeys(edisi.indikator for edisi in self._hasil.data.daftar_indikator):
            edisi = self._hasil.edisi_indikator(kode, self._periode)
            if edisi.simpul not in simpul and not edisi.bagian_dari and edisi.berlaku_mulai <= self._periode.akhir:
                yield edisi

    def _pagu(self, hasil: Hasil) -> AngkaBaris | None:
        """Return a pagu without ``Rp``, which stands in the head; of another edition it has no page of its own."""
        if not self._pilihan.is_berlaku:
            if self._tampak.tahun.unit_tampak is not None:
                return None
            return AngkaBaris.from_hasil(hasil, self._penaut.angka(hasil._replace(identitas=""), simbol=False))
        if not self._tampak.is_tampak(hasil):
            return AngkaBaris.make_tanpa("Memuat anggaran di luar unit Anda")
        return AngkaBaris.from_hasil(hasil, self._penaut.angka(hasil, simbol=False))


def _is_tanpa_target(target: Hasil) -> bool:
    nilai = target.nilai
    return isinstance(nilai, TidakDapatDihitung) and nilai.alasan is AlasanTakTerhitung.TANPA_TARGET


def _tandai_anak(daftar: list[BarisPohon]) -> Iterator[BarisPohon]:
    berinduk = {baris.induk for baris in daftar}
    for baris in daftar:
        yield replace(baris, has_anak=baris.id in berinduk)
