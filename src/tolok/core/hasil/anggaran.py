"""The budget of one agency-year: pagu by edition, realisasi by quarter, serapan and shares, by node and by the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

from tolok.core.anggaran import EdisiPagu, Pagu
from tolok.core.hasil.besaran import DIGIT_PERSEN, make_hasil
from tolok.core.identitas import make_identitas
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Hasil, Jejak
from tolok.core.periode import Periode
from tolok.core.pohon import Pohon, build_pohon
from tolok.core.rekap_anggaran import BarisUang, PetaAnggaran, build_peta, compute_persen, roll_up, sum_jejak

TOTAL: Final = "total"
PENUNJANG: Final = "penunjang"
TANPA_SASARAN: Final = "tanpa_sasaran"

KELOMPOK: Final = {
    TOTAL: "seluruh anggaran",
    PENUNJANG: "program penunjang",
    TANPA_SASARAN: "program yang belum mendukung sasaran",
}


class UangGanda(ValueError):
    """One leaf has two amounts where there can be only one."""


class HasilAnggaran:
    """
    Budget quantities, lazy and cached; a whole tree is added up in one pass per edition or quarter.

    ``kode`` is a node, or ``total`` (everything), ``penunjang`` and ``tanpa_sasaran`` (what serves no sasaran).
    """

    def __init__(self, data: TahunInstansi, *, list_indikator: Callable[[str], Iterable[str]]) -> None:
        """``list_indikator`` gives the indicators of a sasaran; a single one owns all budget of its sasaran."""
        self.data = data
        self._list_indikator = list_indikator
        self.edisi_per_id: dict[str, EdisiPagu] = {edisi.id: edisi for edisi in data.daftar_edisi_pagu}
        self.simpul_per_kode = {simpul.kode: simpul for simpul in data.daftar_anggaran}
        self._nama_per_kode = {simpul.kode: simpul.nama for simpul in data.daftar_anggaran}
        self._nama_per_indikator = {edisi.indikator: edisi.nama for edisi in data.daftar_indikator}
        self._uraian_per_simpul = {s.id: s.uraian for s in data.daftar_simpul if s.edisi == data.rencana_berlaku}
        self._pagu: dict[str, dict[str, Jejak]] = {}
        self._realisasi: dict[Periode, dict[str, Jejak]] = {}
        self._tahun = Periode(data.tahun)
        self._simpanan_uang: dict[tuple[str, str, str | Periode], Hasil] = {}
        self._persen: dict[tuple[str, str, str, Periode | None], Hasil] = {}
        self._sebutan_edisi = {edisi.id: _sebut_edisi(edisi) for edisi in data.daftar_edisi_pagu}

    @cached_property
    def pohon(self) -> Pohon:
        """
        The budget tree.

        :raises PohonRusak: if the nodes are no tree
        """
        return build_pohon((simpul.kode, simpul.induk) for simpul in self.data.daftar_anggaran)

    @cached_property
    def urutan_per_kode(self) -> dict[str, int]:
        """The place of every node in print: parents before what is below them."""
        return {kode: urutan for urutan, kode in enumerate(self.pohon.telusuri())}

    @cached_property
    def peta(self) -> PetaAnggaran:
        """The mapping edition in use, resolved."""
        return build_peta(
            self.pohon,
            daftar_anggaran=self.data.daftar_anggaran,
            daftar_pemetaan=(b for b in self.data.daftar_pemetaan if b.edisi == self.data.pemetaan_berlaku),
            simpul_per_indikator={edisi.indikator: edisi.simpul for edisi in self.data.daftar_indikator},
        )

    @cached_property
    def _anak_simpul(self) -> Pohon:
        return build_pohon(
            (simpul.id, simpul.induk) for simpul in self.data.daftar_simpul if simpul.edisi == self.data.rencana_berlaku
        )

    def edisi_untuk(self, periode: Periode) -> str:
        """Return the pagu edition that governs a period: that of the quarterly form, or that of the report."""
        daftar = self.data.pagu_triwulan
        if 0 < periode.triwulan <= len(daftar):
            return daftar[periode.triwulan - 1]
        return self.data.pagu_laporan

    def pagu(self, kode: str, edisi: str) -> Hasil:
        """
        Return the pagu of a node in one edition.

        :raises KeyError: if the node or the edition does not exist
        """
        return self._uang("anggaran", kode, pagu=edisi)

    def realisasi(self, kode: str, periode: Periode) -> Hasil:
        """Return the realisasi of a node from January to the end of the period."""
        return self._uang("anggaran", kode, periode=periode)

    def serapan(self, kode: str, periode: Periode, edisi: str) -> Hasil:
        """Return realisasi over pagu in points of percent; the trace names the edition."""
        return self._serapan("anggaran", kode, periode, edisi)

    def bagian(self, kode: str, edisi: str) -> Hasil:
        """Return the share of a node in the named total of an edition."""
        return self._bagian("anggaran", kode, edisi)

    def pagu_simpul(self, simpul: str, edisi: str) -> Hasil:
        """Return the pagu that serves a node of the plan and everything below it."""
        return self._uang("sasaran", simpul, pagu=edisi)

    def realisasi_simpul(self, simpul: str, periode: Periode) -> Hasil:
        """Return the realisasi of the budget that serves a node of the plan."""
        return self._uang("sasaran", simpul, periode=periode)

    def serapan_simpul(self, simpul: str, periode: Periode, edisi: str) -> Hasil:
        """Return the serapan of the budget that serves a node of the plan."""
        return self._serapan("sasaran", simpul, periode, edisi)

    def bagian_simpul(self, simpul: str, edisi: str) -> Hasil:
        """Return the share of a node of the plan in the named total."""
        return self._bagian("sasaran", simpul, edisi)

    def is_dianggarkan(self, indikator: str) -> bool:
        """Whether any budget serves the indicator."""
        return bool(self.kode_indikator(indikator))

    def pagu_indikator(self, indikator: str, edisi: str) -> Hasil:
        """Return the pagu that serves an indicator."""
        return self._uang("indikator", indikator, pagu=edisi)

    def realisasi_indikator(self, indikator: str, periode: Periode) -> Hasil:
        """Return the realisasi of the budget that serves an indicator."""
        return self._uang("indikator", indikator, periode=periode)

    def serapan_indikator(self, indikator: str, periode: Periode, edisi: str) -> Hasil:
        """Return the serapan of the budget that serves an indicator."""
        return self._serapan("indikator", indikator, periode, edisi)

    def bagian_indikator(self, indikator: str, edisi: str) -> Hasil:
        """Return the share of an indicator in the named total."""
        return self._bagian("indikator", indikator, edisi)

    def _find_kode(self, jenis: str, nama: str) -> tuple[tuple[str, ...], str]:
        """Return the budget nodes of an object and what their sum is called."""
        if jenis == "sasaran":
            return self.kode_simpul(nama), f"anggaran sasaran “{self._uraian_per_simpul.get(nama, nama)}”"
        if jenis == "indikator":
            return self.kode_indikator(nama), f"anggaran indikator “{self._nama_per_indikator.get(nama, nama)}”"
        if nama == TOTAL:
            return self.pohon.daftar_akar, KELOMPOK[nama]
        if nama == PENUNJANG:
            return self.peta.kode_penunjang, KELOMPOK[nama]
        if nama == TANPA_SASARAN:
            return self.peta.kode_tanpa_sasaran, KELOMPOK[nama]
        return (nama,), self._nama_per_kode.get(nama, nama)

    def kode_simpul(self, simpul: str) -> tuple[str, ...]:
        """
        Return the highest budget nodes that serve a node of the plan or one below it.

        :raises KeyError: if the plan in force has no such node
        """
        if simpul not in self._anak_simpul.anak_per_id:
            raise KeyError(simpul)
        return tuple(
            kode for bawah in self._anak_simpul.telusuri(simpul) for kode in self.peta.kode_per_simpul.get(bawah, ())
        )

    def kode_indikator(self, indikator: str) -> tuple[str, ...]:
        """Return the budget mapped to an indicator, and all of its sasaran if it is the only indicator there."""
        daftar_kode = dict.fromkeys(self.peta.kode_per_indikator.get(indikator, ()))
        for simpul in self._simpul_tunggal.get(indikator, ()):
            daftar_kode.update(dict.fromkeys(self.peta.kode_per_simpul[simpul]))
        return tuple(daftar_kode)

    @cached_property
    def _simpul_tunggal(self) -> dict[str, list[str]]:
        """The sasaran with exactly one indicator, by that indicator."""
        hasil: dict[str, list[str]] = {}
        for simpul in self.peta.kode_per_simpul:
            daftar_indikator = tuple(self._list_indikator(simpul))
            if len(daftar_indikator) == 1:
                hasil.setdefault(daftar_indikator[0], []).append(simpul)
        return hasil

    def _identitas(self, periode: Periode, objek: str, besaran: str) -> str:
        return make_identitas(self.data.instansi.id, periode, objek, besaran)

    def _uang(self, jenis: str, nama: str, *, pagu: str = "", periode: Periode | None = None) -> Hasil:
        """Return a pagu of an edition or a realisasi of a period: a node as it stands, or a sum of nodes."""
        kunci = (jenis, nama, periode or pagu)
        ada = self._simpanan_uang.get(kunci)
        if ada is not None:
            return ada
        if periode is None:
            operasi, jejak_per_kode = "pagu", self._pagu_edisi(pagu)
            identitas = self._identitas(self._tahun, f"{jenis}:{nama}", f"pagu@{pagu}")
            catatan = self._sebutan_edisi[pagu]
        else:
            operasi, jejak_per_kode = "realisasi_anggaran", self._realisasi_periode(periode)
            identitas = self._identitas(periode, f"{jenis}:{nama}", "realisasi_anggaran")
            catatan = f"Sampai akhir {periode.label}."
        daftar_kode, label = self._find_kode(jenis, nama)
        daftar = [jejak_per_kode[kode] for kode in daftar_kode]
        if daftar and daftar[0].identitas == identitas:
            operasi, uraian, nilai, anak, _, sumber, _ = daftar[0]
            jejak = Jejak(operasi, uraian, nilai, anak, identitas, sumber, catatan)
        else:
            if berbagi := self.peta.kode_berbagi.intersection(daftar_kode):
                daftar_nama = "; ".join(self._nama_per_kode[kode] for kode in daftar_kode if kode in berbagi)
                catatan = f"{catatan} Juga dihitung pada sasaran atau indikator lain: {daftar_nama}."
            jejak = sum_jejak(daftar, label=label, identitas=identitas, operasi=operasi, catatan=catatan)
        hasil = self._simpanan_uang[kunci] = make_hasil(jejak, identitas=identitas, digit=None)
        return hasil

    def _serapan(self, jenis: str, nama: str, periode: Periode, edisi: str) -> Hasil:
        kunci = (jenis, nama, edisi, periode)
        ada = self._persen.get(kunci)
        if ada is not None:
            return ada
        realisasi, pagu = self._uang(jenis, nama, periode=periode).jejak, self._uang(jenis, nama, pagu=edisi).jejak
        identitas = self._identitas(periode, f"{jenis}:{nama}", f"serapan@{edisi}")
        jejak = compute_persen(
            bagian=realisasi,
            seluruh=pagu,
            label=f"Serapan {realisasi.uraian}",
            identitas=identitas,
            operasi="serapan",
            catatan=self._sebutan_edisi[edisi],
        )
        hasil = self._persen[kunci] = make_hasil(jejak, identitas=identitas, digit=DIGIT_PERSEN)
        return hasil

    def _bagian(self, jenis: str, nama: str, edisi: str) -> Hasil:
        kunci = (jenis, nama, edisi, None)
        ada = self._persen.get(kunci)
        if ada is not None:
            return ada
        pagu = self._uang(jenis, nama, pagu=edisi).jejak
        identitas = self._identitas(self._tahun, f"{jenis}:{nama}", f"bagian@{edisi}")
        jejak = compute_persen(
            bagian=pagu,
            seluruh=self.pagu(TOTAL, edisi).jejak,
            label=f"Bagian {pagu.uraian}",
            identitas=identitas,
            operasi="bagian",
            catatan=self._sebutan_edisi[edisi],
        )
        hasil = self._persen[kunci] = make_hasil(jejak, identitas=identitas, digit=DIGIT_PERSEN)
        return hasil

    def _pagu_edisi(self, edisi: str) -> dict[str, Jejak]:
        if edisi not in self.edisi_per_id:
            raise KeyError(edisi)
        if edisi not in self._pagu:
            sumber = self.edisi_per_id[edisi].sumber
            self._pagu[edisi] = roll_up(
                self.pohon,
                (_baris_pagu(baris, sumber) for baris in self._pagu_per_edisi.get(edisi, ())),
                nama_per_kode=self._nama_per_kode,
                make_identitas=lambda kode: self._identitas(self._tahun, f"anggaran:{kode}", f"pagu@{edisi}"),
                operasi="pagu",
            )
        return self._pagu[edisi]

    @cached_property
    def _pagu_per_edisi(self) -> dict[str, list[Pagu]]:
        """
        The rows of each edition.

        :raises UangGanda: if a leaf has two rows of one kind of spending and one source of funds
        """
        hasil: dict[str, list[Pagu]] = {}
        dikenal: set[tuple[str, str, str, str]] = set()
        for baris in self.data.daftar_pagu:
            kunci = (baris.edisi, baris.kode, baris.jenis_belanja, baris.sumber_dana)
            if kunci in dikenal:
                raise UangGanda(f"Pagu {baris.kode} tercantum lebih dari sekali dalam edisi {baris.edisi}.")
            dikenal.add(kunci)
            hasil.setdefault(baris.edisi, []).append(baris)
        return hasil

    @cached_property
    def _realisasi_per_periode(self) -> dict[Periode, dict[str, BarisUang]]:
        """
        The rows of each period by leaf.

        :raises UangGanda: if a leaf has two rows in one period
        """
        hasil: dict[Periode, dict[str, BarisUang]] = {}
        for baris in self.data.daftar_realisasi:
            per_kode = hasil.setdefault(baris.periode, {})
            if baris.kode in per_kode:
                raise UangGanda(f"Realisasi {baris.kode} tercantum lebih dari sekali untuk {baris.periode.label}.")
            per_kode[baris.kode] = BarisUang(baris.kode, baris.sen, "Realisasi", baris.sumber)
        return hasil

    def _realisasi_periode(self, periode: Periode) -> dict[str, Jejak]:
        if periode not in self._realisasi:
            setahun, akhir = Periode(periode.tahun), Periode(periode.tahun, 4)
            daftar_periode = (akhir, setahun) if periode.is_tahunan else (periode,)
            if periode == akhir:
                daftar_periode = (setahun, akhir)
            # The end of the fourth quarter is the end of the year; the later of the two overwrites.
            baris_per_kode: dict[str, BarisUang] = {}
            for satu in daftar_periode:
                for kode, baris in self._realisasi_per_periode.get(satu, {}).items():
                    asal = None if satu == periode else self._identitas(satu, f"anggaran:{kode}", "realisasi_anggaran")
                    baris_per_kode[kode] = baris._replace(asal=asal)
            edisi = self.edisi_untuk(periode) if periode.tahun == self.data.tahun else ""
            self._realisasi[periode] = roll_up(
                self.pohon,
                baris_per_kode.values(),
                nama_per_kode=self._nama_per_kode,
                make_identitas=lambda kode: self._identitas(periode, f"anggaran:{kode}", "realisasi_anggaran"),
                operasi="realisasi_anggaran",
                wajib=self._list_wajib(periode, edisi),
            )
        return self._realisasi[periode]

    def _list_wajib(self, periode: Periode, edisi: str) -> frozenset[str]:
        """The leaves that owe a realisasi: those with pagu, and those that had spent before."""
        sebelum = (Periode(periode.tahun, triwulan) for triwulan in range(1, periode.triwulan or 4))
        return frozenset(
            (
                *(baris.kode for baris in self._pagu_per_edisi.get(edisi, ()) if baris.sen),
                *(kode for satu in sebelum for kode in self._realisasi_per_periode.get(satu, {})),
            )
        )


def _sebut_edisi(edisi: EdisiPagu) -> str:
    dokumen = f" ({edisi.nomor_dokumen})" if edisi.nomor_dokumen else ""
    return f"Edisi pagu: {edisi.nama}{dokumen}; cakupan: {edisi.cakupan}."


def _baris_pagu(pagu: Pagu, sumber: str) -> BarisUang:
    rincian = ", ".join(teks for teks in (pagu.jenis_belanja, pagu.sumber_dana) if teks)
    return BarisUang(pagu.kode, pagu.sen, f"Pagu {rincian}".strip(), sumber)
