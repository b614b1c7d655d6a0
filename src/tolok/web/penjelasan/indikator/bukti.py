"""The evidence behind an indicator, quarter by quarter, as far as its class lets the reader see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tolok.core.identitas import make_identitas
from tolok.core.indikator import EdisiIndikator, NilaiTercatat, NilaiVariabel, Variabel
from tolok.core.nilai import Nilai
from tolok.core.periode import Periode, format_tanggal
from tolok.core.rumus.galat import GalatRumus
from tolok.core.rumus.nisbah import iter_peubah
from tolok.core.rumus.parser import parse_rumus
from tolok.web.pengukuran.bukti import is_bukti_tampak
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator
from tolok.web.penjelasan.indikator.masukan import make_teks
from tolok.web.penjelasan.riwayat import PencariCatatan, RujukanCatatan
from tolok.web.perencanaan.tautan import TeksAngka


@dataclass(frozen=True, slots=True)
class BarisBukti:
    """What was recorded for one period by one unit, with its source and evidence (``""``: none, or not shown)."""

    nama: str
    periode: str
    unit: str
    angka: TeksAngka
    sumber: str
    kelas: str
    bukti: str
    is_tertutup: bool
    dicatat: str
    identitas: str
    pencatat: RujukanCatatan | None = None
    pengesah: RujukanCatatan | None = None


@dataclass(frozen=True, slots=True)
class _Isian:
    nama: str
    periode: Periode
    unit: str
    nilai: Nilai
    sumber: str
    bukti: str
    kelas: str
    dicatat: str
    identitas: str


class PenyusunBukti:
    """Makes the rows of the tab; ``daftar_identitas`` is what the history must be asked for."""

    def __init__(self, halaman: HalamanIndikator) -> None:
        self._halaman = halaman
        self._hasil = halaman.tampak.hasil
        tampak = halaman.tampak
        self._pemilik = tampak.tahun.list_pemilik(tampak.pemegang(halaman.edisi))
        self._nama_unit = {unit.id: unit.nama for unit in self._hasil.data.daftar_unit}
        self._daftar = tuple(self._list_isian()) if halaman.is_angka else ()
        self.daftar_identitas: Final = tuple(isian.identitas for isian in self._daftar)

    def susun(self, catatan: PencariCatatan) -> tuple[BarisBukti, ...]:
        """Return the rows, the latest period first."""
        daftar = sorted(self._daftar, key=lambda isian: isian.periode, reverse=True)
        return tuple(self._baris(isian, catatan) for isian in daftar)

    def _baris(self, isian: _Isian, catatan: PencariCatatan) -> BarisBukti:
        is_terlihat = is_bukti_tampak(self._halaman.tampak.tahun, isian.kelas, self._pemilik)
        return BarisBukti(
            nama=isian.nama,
            periode=isian.periode.label,
            unit=self._nama_unit.get(isian.unit, isian.unit),
            angka=make_teks(self._halaman.penaut, isian.nilai, isian.identitas),
            sumber=isian.sumber,
            kelas=isian.kelas,
            bukti=isian.bukti if is_terlihat else "",
            is_tertutup=bool(isian.bukti) and not is_terlihat,
            dicatat=isian.dicatat,
            identitas=isian.identitas,
            pencatat=catatan.pencatat(isian.identitas),
            pengesah=catatan.pengesah(isian.identitas),
        )

    def _list_isian(self) -> Iterator[_Isian]:
        kode, periode = self._halaman.kode, self._halaman.periode
        daftar_edisi = self._hasil.daftar_bagian(kode, periode) or (self._halaman.edisi,)
        data = self._hasil.data
        variabel_per_id = {v.id: v for edisi in daftar_edisi for v in self._list_variabel(edisi)}
        for nilai in data.daftar_nilai_variabel:
            if nilai.variabel in variabel_per_id and self._is_periode(nilai.periode):
                yield self._isian_variabel(variabel_per_id[nilai.variabel], nilai)
        daftar_kode = {edisi.indikator: edisi for edisi in daftar_edisi}
        nomor: dict[tuple[str, Periode], int] = {}
        for tercatat in data.daftar_nilai_tercatat:
            kunci = (tercatat.indikator, tercatat.periode)
            nomor[kunci] = nomor.get(kunci, 0) + 1
            if tercatat.indikator in daftar_kode and self._is_periode(tercatat.periode):
                yield self._isian_tercatat(daftar_kode[tercatat.indikator], tercatat, nomor[kunci])

    def _is_periode(self, periode: Periode) -> bool:
        """Only what the period of the page stands on, and only quarters whose numbers the reader sees."""
        kini = self._halaman.periode
        if periode.tahun != kini.tahun:
            return periode.tahun < kini.tahun
        if kini.triwulan and (periode.is_tahunan or periode.triwulan > kini.triwulan):
            return False
        return self._halaman.tampak.is_angka_tampak(self._halaman.edisi, periode)

    def _list_variabel(self, edisi: EdisiIndikator) -> list[Variabel]:
        try:
            daftar = [self._hasil.find_variabel(p.label) for p in iter_peubah(parse_rumus(edisi.rumus))]
        except GalatRumus:
            return []
        return [variabel for variabel in daftar if variabel is not None]

    def _isian_variabel(self, variabel: Variabel, nilai: NilaiVariabel) -> _Isian:
        besaran = f"isian@{nilai.unit}" if nilai.unit else "isian"
        return _Isian(
            nama=variabel.label,
            periode=nilai.periode,
            unit=nilai.unit,
            nilai=nilai.nilai,
            sumber=nilai.sumber or variabel.sumber,
            bukti=nilai.bukti,
            kelas=variabel.kelas_bukti,
            dicatat=format_tanggal(nilai.dicatat_pada) if nilai.dicatat_pada is not None else "",
            identitas=self._identitas(nilai.periode, f"variabel:{variabel.id}", besaran),
        )

    def _isian_tercatat(self, edisi: EdisiIndikator, nilai: NilaiTercatat, nomor: int) -> _Isian:
        return _Isian(
            nama=edisi.nama,
            periode=nilai.periode,
            unit=nilai.unit,
            nilai=nilai.nilai,
            sumber=", ".join(teks for teks in (nilai.sumber, nilai.letak) if teks),
            bukti="",
            kelas="",
            dicatat=format_tanggal(nilai.dicatat_pada) if nilai.dicatat_pada is not None else "",
            identitas=self._identitas(nilai.periode, f"indikator:{edisi.indikator}", f"tercatat@{nomor}"),
        )

    def _identitas(self, periode: Periode, objek: str, besaran: str) -> str:
        return make_identitas(self._hasil.data.instansi.id, periode, objek, besaran)
