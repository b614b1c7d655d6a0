"""The stored year with what a person accepted of a read file put in: the whole of it, or an error for the caller."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from tolok.core.anggaran import EdisiPagu, Pagu, Realisasi, SimpulAnggaran, TingkatAnggaran
from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import AnggaranTerbaca, Besaran, IndikatorTerbaca
from tolok.core.indikator import EdisiIndikator, NilaiTercatat, Target
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import Bilangan, JenisTanda, Nilai, Tanda, with_tanda
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana
from tolok.core.satuan import normalize_satuan
from tolok.ingest.alih.keputusan import BARU
from tolok.ingest.alih.padanan import make_kunci
from tolok.ingest.alih.rancangan import (
    DokumenRancangan,
    JenisObjek,
    Objek,
    Rancangan,
    Usulan,
    format_letak,
)

_KATA_KODE: Final = 6
_PANJANG_KODE: Final = 60
_SIDIK_PENDEK: Final = 8


@dataclass(frozen=True)
class Terapan:
    """The year after the import, and the row each value went into: key of the value -> (table, row)."""

    data: TahunInstansi
    baris_per_usulan: dict[str, tuple[str, Any]]


def apply_rancangan(rancangan: Rancangan, data: TahunInstansi, *, pada: date) -> Terapan:
    """
    Return the year with every accepted value in it, marked as ``alih data`` with file, SHA-256 and place.

    Nothing else of the year changes. Whether it may be stored is for the guards of the database to say.

    :param pada: the day of recording
    """
    return _Penerap(rancangan, data, pada).terapkan()


@dataclass
class _Penerap:
    rancangan: Rancangan
    data: TahunInstansi
    pada: date
    id_per_objek: dict[str, str] = field(default_factory=dict)
    baris: dict[str, tuple[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.asal = _rapikan(f"Alih data dari {self.rancangan.berkas}")
        self.sidik = f"SHA-256 {self.rancangan.sidik}"
        self.dokumen = {satu.indeks: satu for satu in self.rancangan.daftar_dokumen}
        self.edisi_rencana: dict[int, EdisiRencana] = {}
        self.edisi_pagu: dict[int, EdisiPagu] = {}
        self.simpul: dict[tuple[int, str, str], SimpulRencana] = {}
        self.indikator: list[EdisiIndikator] = []
        self.anggaran: list[SimpulAnggaran] = []

    def terapkan(self) -> Terapan:
        dipakai = {usulan.objek.kunci for usulan in self.rancangan.daftar_simpan}
        dipakai |= {objek.kunci for objek in self.rancangan.daftar_baru}
        induk = {objek.kunci: objek for objek in self.rancangan.daftar_objek}
        for objek in self.rancangan.daftar_objek:
            if objek.kunci in dipakai:
                self._siapkan(objek, induk)
        target = _Tabel(self.data.daftar_target, lambda t: (t.dokumen, t.indikator, t.periode))
        tercatat = _Tabel(
            self.data.daftar_nilai_tercatat, lambda n: (n.indikator, n.periode, n.unit, n.sumber, n.letak)
        )
        pagu = _Tabel(self.data.daftar_pagu, lambda p: (p.edisi, p.kode))
        realisasi = _Tabel(self.data.daftar_realisasi, lambda r: (r.kode, r.periode))
        for usulan in self.rancangan.daftar_simpan:
            if usulan.objek.jenis is JenisObjek.INDIKATOR:
                if usulan.besaran in (Besaran.TARGET, Besaran.TARGET_AKHIR):
                    self._tulis(usulan, "target", target, self._target(usulan))
                else:
                    self._tulis(usulan, "nilai_tercatat", tercatat, self._tercatat(usulan))
            elif usulan.besaran is Besaran.PAGU:
                self._tulis(usulan, "pagu", pagu, self._pagu(usulan, pagu))
            else:
                self._tulis(usulan, "realisasi", realisasi, self._realisasi(usulan))
        data = self.data
        return Terapan(
            replace(
                data,
                daftar_edisi_rencana=(*data.daftar_edisi_rencana, *self.edisi_rencana.values()),
                daftar_simpul=(*data.daftar_simpul, *self.simpul.values()),
                daftar_indikator=(*data.daftar_indikator, *self.indikator),
                daftar_target=target.isi,
                daftar_nilai_tercatat=tercatat.isi,
                daftar_anggaran=(*data.daftar_anggaran, *self.anggaran),
                daftar_edisi_pagu=(*data.daftar_edisi_pagu, *self.edisi_pagu.values()),
                daftar_pagu=pagu.isi,
                daftar_realisasi=realisasi.isi,
                pagu_laporan=data.pagu_laporan or next((e.id for e in self.edisi_pagu.values()), ""),
            ),
            self.baris,
        )

    def _tulis(self, usulan: Usulan, nama: str, tabel: _Tabel, baris: Any) -> None:
        tabel.put(baris)
        self.baris[usulan.kunci] = (nama, baris)

    def _target(self, usulan: Usulan) -> Target:
        dokumen = self.dokumen[usulan.dokumen]
        tujuan = self._rencana(dokumen).id if usulan.tujuan == BARU else usulan.tujuan
        return Target(
            indikator=self.id_per_objek[usulan.objek.kunci],
            periode=usulan.periode,
            nilai=self._bertanda(usulan),
            dokumen=tujuan,
            dicatat_pada=self.pada,
            dasar=self.asal,
        )

    def _tercatat(self, usulan: Usulan) -> NilaiTercatat:
        return NilaiTercatat(
            indikator=self.id_per_objek[usulan.objek.kunci],
            periode=usulan.periode,
            nilai=self._bertanda(usulan),
            sumber=f"{self.asal} ({self.sidik})",
            letak=format_letak(usulan.terbaca.letak),
            dicatat_pada=self.pada,
        )

    def _pagu(self, usulan: Usulan, tabel: _Tabel) -> Pagu:
        dokumen = self.dokumen[usulan.dokumen]
        edisi = self._edisi_pagu(dokumen).id if usulan.tujuan == BARU else usulan.tujuan
        kode = self.id_per_objek[usulan.objek.kunci]
        ada: Pagu | None = tabel.get((edisi, kode))
        if ada is not None:
            return replace(ada, sen=_sen(usulan))
        sumber_dana = getattr(usulan.objek.contoh, "sumber_dana", "") or "APBD"
        return Pagu(edisi=edisi, kode=kode, sen=_sen(usulan), sumber_dana=sumber_dana)

    def _realisasi(self, usulan: Usulan) -> Realisasi:
        letak = format_letak(usulan.terbaca.letak)
        return Realisasi(
            kode=self.id_per_objek[usulan.objek.kunci],
            periode=usulan.periode,
            sen=_sen(usulan),
            sumber=f"{self.asal}{', ' if letak else ''}{letak} ({self.sidik})",
        )

    def _bertanda(self, usulan: Usulan) -> Nilai:
        assert usulan.nilai is not None
        letak = format_letak(usulan.terbaca.letak) or "tempatnya tidak diketahui"
        return with_tanda(usulan.nilai, Tanda(JenisTanda.ALIH_DATA, _rapikan(f"{self.asal}, {letak} ({self.sidik}).")))

    def _siapkan(self, objek: Objek, semua: dict[str, Objek]) -> str:
        """Return the id of an object, made now with all above it if it is new."""
        if objek.kunci in self.id_per_objek:
            return self.id_per_objek[objek.kunci]
        if objek.pilihan != BARU:
            id_objek = objek.pilihan if objek.is_dipakai else objek.usul
        elif isinstance(objek.contoh, IndikatorTerbaca):
            id_objek = self._indikator_baru(objek, objek.contoh)
        else:
            induk = semua.get(objek.induk)
            id_objek = self._anggaran_baru(objek, objek.contoh, self._siapkan(induk, semua) if induk else "")
        self.id_per_objek[objek.kunci] = id_objek
        return id_objek

    def _indikator_baru(self, objek: Objek, baca: IndikatorTerbaca) -> str:
        dokumen = self.dokumen[objek.dokumen]
        kode = make_kode(objek.nama, {e.indikator for e in (*self.data.daftar_indikator, *self.indikator)})
        tahun = dokumen.tahun or self.data.tahun
        simpul = self._simpul(dokumen, baca)
        rumus = " ".join(baca.rumus.split())
        self.indikator.append(
            EdisiIndikator(
                indikator=kode,
                edisi=f"{kode}-{self.rancangan.sidik[:_SIDIK_PENDEK]}",
                berlaku_mulai=date(min(tahun, self.data.tahun), 1, 1),
                dicatat_pada=self.pada,
                dasar=f"{self.asal} ({self.sidik})",
                simpul=simpul,
                nama=objek.nama,
                tingkat=baca.tingkat or "sasaran",
                satuan=normalize_satuan(baca.satuan),
                sumber_data=_daftar(baca.sumber_data),
                penanggung_jawab=_daftar(baca.penanggung_jawab),
                definisi=_rapikan(f"Rumus tercetak: {rumus}") if rumus else "",
            )
        )
        return kode

    def _anggaran_baru(self, objek: Objek, baca: AnggaranTerbaca, induk: str) -> str:
        kode = baca.kode.strip()
        self.anggaran.append(
            SimpulAnggaran(kode=kode, induk=induk, tingkat=TingkatAnggaran(baca.tingkat.value), nama=objek.nama)
        )
        return kode

    def _rencana(self, dokumen: DokumenRancangan) -> EdisiRencana:
        if dokumen.indeks not in self.edisi_rencana:
            tahun = dokumen.tahun or self.data.tahun
            ada = {edisi.id for edisi in (*self.data.daftar_edisi_rencana, *self.edisi_rencana.values())}
            jenis = dokumen.terbaca.jenis.value.replace("_", " ")
            self.edisi_rencana[dokumen.indeks] = EdisiRencana(
                id=make_kode(f"{jenis} {tahun} {self.rancangan.sidik[:_SIDIK_PENDEK]}", ada),
                dokumen=jenis.upper() if len(jenis) <= 3 else jenis.capitalize(),
                nama=_rapikan(dokumen.terbaca.judul) or self.asal,
                tahun_awal=tahun,
                tahun_akhir=max(tahun, dokumen.terbaca.tahun_akhir or tahun),
                dicatat_pada=self.pada,
                dasar=f"{self.asal} ({self.sidik})",
            )
        return self.edisi_rencana[dokumen.indeks]

    def _simpul(self, dokumen: DokumenRancangan, baca: IndikatorTerbaca) -> str:
        """Return the node a new indicator measures: of the new edition, else the stored one of exactly that text."""
        if not baca.sasaran and not baca.tujuan:
            return ""
        if dokumen.target != BARU:
            cari = make_kunci(baca.sasaran or baca.tujuan)
            berlaku = self.data.rencana_berlaku
            cocok = [s.id for s in self.data.daftar_simpul if s.edisi == berlaku and make_kunci(s.uraian) == cari]
            return cocok[0] if len(cocok) == 1 else ""
        tujuan = self._simpul_baru(dokumen, JenisSimpul.TUJUAN, baca.tujuan, "")
        if baca.tingkat == "tujuan" or not baca.sasaran:
            return tujuan
        return self._simpul_baru(dokumen, JenisSimpul.SASARAN, baca.sasaran, tujuan)

    def _simpul_baru(self, dokumen: DokumenRancangan, jenis: JenisSimpul, uraian: str, induk: str) -> str:
        if not uraian.strip():
            return ""
        kunci = (dokumen.indeks, jenis.value, make_kunci(uraian))
        if kunci not in self.simpul:
            edisi = self._rencana(dokumen).id
            nomor = sum(k[:2] == kunci[:2] for k in self.simpul) + 1
            self.simpul[kunci] = SimpulRencana(
                edisi=edisi, id=f"{edisi}-{jenis.value[0]}{nomor}", jenis=jenis, uraian=_rapikan(uraian), induk=induk
            )
        return self.simpul[kunci].id

    def _edisi_pagu(self, dokumen: DokumenRancangan) -> EdisiPagu:
        if dokumen.indeks not in self.edisi_pagu:
            semua = (*self.data.daftar_edisi_pagu, *self.edisi_pagu.values())
            tahun = dokumen.tahun or self.data.tahun
            cakupan = next((edisi.cakupan for edisi in reversed(semua)), "Sebagaimana tercetak pada sumbernya")
            self.edisi_pagu[dokumen.indeks] = EdisiPagu(
                id=make_kode(f"pagu {tahun} {self.rancangan.sidik[:_SIDIK_PENDEK]}", {e.id for e in semua}),
                nomor=max((edisi.nomor for edisi in semua), default=0) + 1,
                nama=_rapikan(f"Pagu menurut {dokumen.terbaca.judul or self.rancangan.berkas}"),
                jenis="perubahan" if semua else "murni",
                cakupan=cakupan,
                dicatat_pada=self.pada,
                sumber=f"{self.asal} ({self.sidik})",
            )
        return self.edisi_pagu[dokumen.indeks]


class _Tabel:
    """Rows in their order, replaced by key or added at the end."""

    def __init__(self, isi: Iterable[Any], kunci: Any) -> None:
        self._kunci = kunci
        self._isi: dict[Any, Any] = {}
        for baris in isi:
            self._isi.setdefault(kunci(baris), []).append(baris)

    @property
    def isi(self) -> tuple[Any, ...]:
        return tuple(baris for daftar in self._isi.values() for baris in daftar)

    def get(self, kunci: Any) -> Any:
        daftar = self._isi.get(kunci)
        return daftar[0] if daftar else None

    def put(self, baris: Any) -> None:
        daftar = self._isi.setdefault(self._kunci(baris), [])
        daftar[:] = [baris, *daftar[1:]]


def make_kode(nama: str, ada: set[str]) -> str:
    """Return a code for addresses out of a name, other than those there are."""
    kata = re.findall(r"[a-z0-9]+", nama.casefold())[:_KATA_KODE]
    dasar = "-".join(kata)[:_PANJANG_KODE].strip("-") or "baru"
    kode, nomor = dasar, 1
    while kode in ada:
        nomor += 1
        kode = f"{dasar}-{nomor}"
    return kode


def _sen(usulan: Usulan) -> int:
    assert isinstance(usulan.nilai, Bilangan)
    sen: Angka = usulan.nilai.angka * 100
    return sen.pembilang


def _rapikan(teks: str) -> str:
    """Return a text a package can hold: one line, without the mark that separates."""
    return " ".join("".join(huruf if huruf.isprintable() else " " for huruf in teks).replace("|", "/").split())


def _daftar(isi: Iterable[str]) -> tuple[str, ...]:
    return tuple(rapi for satu in isi if (rapi := _rapikan(satu)))
