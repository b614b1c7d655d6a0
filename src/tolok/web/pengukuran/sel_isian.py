"""The values an indicator is measured with, as cells that show them and, where the reader may, take another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

from tolok.core.cetak_angka import KOSONG, format_nilai, label_keadaan
from tolok.core.indikator import EdisiIndikator, NilaiTercatat, NilaiVariabel
from tolok.core.nilai import AlasanBelumAda, BelumAda, Nilai, is_ada
from tolok.core.periode import Periode
from tolok.web.pengukuran.bentrok import Bentrok
from tolok.web.pengukuran.isian import (
    ISI,
    TempatIsian,
    find_periode_isi,
    index_pengguna,
    is_boleh_isi,
    make_tempat_tercatat,
    make_tempat_variabel,
)
from tolok.web.pengukuran.kunci import PencariKunci
from tolok.web.pengukuran.queries import BukuNilai, find_buku
from tolok.web.pengukuran.tampak import TahunTampak
from tolok.web.perencanaan.tautan import Penaut


@dataclass(frozen=True, slots=True, kw_only=True)
class SelIsian:
    """
    One value of the grid.

    ``is_tercatat``: whether anything is recorded, a value or why there is none. ``teks`` is what stands in its field,
    ``tercetak`` what is shown where there is no field, ``setahun`` what is recorded for the whole year in its place;
    ``versi`` (0: none yet) goes with it. ``alamat`` leads to the whole form, ``""`` if the reader may not fill in;
    ``kunci`` says what locks it. ``galat`` and ``bentrok`` are filled where something was just sent and refused.
    """

    id: str
    tempat: TempatIsian
    nama: str
    satuan: str
    lama: str
    nilai_lama: Nilai | None
    setahun: str
    nilai: Nilai
    tercetak: str
    teks: str
    versi: int
    alamat: str
    kunci: str
    daftar_pilihan: tuple[str, ...]
    is_tercatat: bool
    sumber: str
    bukti: str
    galat: str = ""
    bentrok: Bentrok | None = None

    @property
    def is_dapat_diisi(self) -> bool:
        """Whether the reader may change it now."""
        return bool(self.alamat) and not self.kunci


class PenyusunSel:
    """Makes the cells of one page; what they stand on is read once."""

    def __init__(self, tampak: TahunTampak, penaut: Penaut) -> None:
        self._tampak = tampak
        self._penaut = penaut
        self._pengguna = index_pengguna(tampak.hasil, tampak.konteks.periode)
        self._pencari_kunci = PencariKunci(tampak)

    @cached_property
    def _buku(self) -> BukuNilai:
        return find_buku(self._tampak.konteks.tahun, self._tampak.hasil.data)

    @cached_property
    def _variabel(self) -> dict[tuple[str, Periode], dict[str, tuple[NilaiVariabel, int]]]:
        """The values of the book by variable, period and unit, each with its version."""
        hasil: dict[tuple[str, Periode], dict[str, tuple[NilaiVariabel, int]]] = {}
        for nilai, rujukan in self._buku.variabel:
            hasil.setdefault((nilai.variabel, nilai.periode), {})[nilai.unit] = (nilai, rujukan.versi)
        return hasil

    @cached_property
    def _tercatat(self) -> dict[tuple[str, Periode, str], tuple[NilaiTercatat, int]]:
        """The recorded values of the book that are used, each with its version."""
        hasil: dict[tuple[str, Periode, str], tuple[NilaiTercatat, int]] = {}
        for nilai, rujukan in self._buku.tercatat:
            hasil.setdefault((nilai.indikator, nilai.periode, nilai.unit), (nilai, rujukan.versi))
        return hasil

    def list_isian(self, edisi: EdisiIndikator) -> tuple[SelIsian, ...]:
        """Return the cells of an indicator: its variables, or what is recorded of it without them."""
        return tuple(self.make_sel(tempat) for tempat in self._list_tempat(edisi))

    def list_nilai(self, edisi: EdisiIndikator) -> Iterator[tuple[TempatIsian, NilaiVariabel]]:
        """Yield the values of its variables that are there, each with its place."""
        for tempat in self._list_tempat(edisi):
            if tempat.variabel is not None and (ada := self._find(tempat)[0]):
                assert isinstance(ada, NilaiVariabel)
                yield tempat, ada

    def _list_tempat(self, edisi: EdisiIndikator) -> Iterator[TempatIsian]:
        tampak, periode = self._tampak, self._tampak.konteks.periode
        for bahan in tampak.hasil.daftar_bahan(edisi.indikator, periode):
            untuk = find_periode_isi(bahan, periode)
            if untuk is None:
                continue
            daftar = self._pengguna[bahan.variabel.id, untuk]
            for unit in self._list_unit(bahan.variabel.id, untuk):
                yield make_tempat_variabel(tampak, bahan.variabel, untuk=untuk, unit=unit, daftar_pengguna=daftar)
        for satu in tampak.hasil.daftar_bagian(edisi.indikator, periode) or (edisi,):
            if not satu.rumus or (satu.indikator, periode, "") in self._tercatat:
                yield make_tempat_tercatat(tampak, satu, unit="", daftar_pengguna=(edisi,))

    def _list_unit(self, variabel: str, untuk: Periode) -> list[str]:
        """Return whose values there are: of units that report, else of the agency as a whole."""
        tampak = self._tampak.unit_tampak
        unit = [kode for kode in self._variabel.get((variabel, untuk), {}) if kode]
        return [kode for kode in unit if tampak is None or kode in tampak] if unit else [""]

    def _find(self, tempat: TempatIsian) -> tuple[NilaiVariabel | NilaiTercatat | None, int]:
        if tempat.variabel is not None:
            return self._variabel.get((tempat.variabel.id, tempat.untuk), {}).get(tempat.unit, (None, 0))
        assert tempat.edisi is not None
        return self._tercatat.get((tempat.edisi.indikator, tempat.untuk, tempat.unit), (None, 0))

    def make_sel(self, tempat: TempatIsian) -> SelIsian:
        """Return the cell of one place."""
        ada, versi = self._find(tempat)
        lama = self._find_lama(tempat)
        nilai = ada.nilai if ada is not None else BelumAda(AlasanBelumAda.BELUM_DIISI)
        boleh = self._tampak.konteks.is_boleh(ISI) and is_boleh_isi(self._tampak, tempat)
        skala = tempat.skala
        return SelIsian(
            id=make_id(tempat),
            tempat=tempat,
            nama=_nama(tempat, self._tampak),
            satuan="" if skala is not None else tempat.satuan,
            lama=KOSONG if lama is None else format_nilai(lama),
            nilai_lama=lama,
            setahun=self._setahun(tempat) if ada is None else "",
            nilai=nilai,
            tercetak=format_nilai(nilai) if is_ada(nilai) else label_keadaan(nilai),
            teks=format_nilai(nilai) if is_ada(nilai) else "",
            versi=versi,
            alamat=make_alamat(self._penaut, tempat, self._tampak.konteks.periode) if boleh else "",
            kunci=self._pencari_kunci.find(tempat) if boleh else "",
            daftar_pilihan=tuple(kelas.label for kelas in skala.kelas) if skala is not None else (),
            is_tercatat=ada is not None,
            sumber=ada.sumber if ada is not None else "",
            bukti=_bukti(ada),
        )

    def _find_lama(self, tempat: TempatIsian) -> Nilai | None:
        """Return the same value in the quarter before."""
        untuk = tempat.untuk
        if tempat.variabel is None or untuk.triwulan < 2:
            return None
        lama = Periode(untuk.tahun, untuk.triwulan - 1)
        ada = self._variabel.get((tempat.variabel.id, lama), {}).get(tempat.unit)
        return ada[0].nilai if ada is not None else None

    def _setahun(self, tempat: TempatIsian) -> str:
        """Return what is recorded for the whole year, where the last quarter is read from it."""
        if tempat.untuk.triwulan != 4:
            return ""
        ada, _ = self._find(replace(tempat, untuk=Periode(tempat.untuk.tahun)))
        return "" if ada is None else format_nilai(ada.nilai) if is_ada(ada.nilai) else label_keadaan(ada.nilai)


def make_id(tempat: TempatIsian) -> str:
    """Return the id of a field, the same on every page."""
    if tempat.variabel is not None:
        kode = f"v-{tempat.variabel.id}"
    else:
        assert tempat.edisi is not None
        kode = f"i-{tempat.edisi.indikator}"
    return f"{kode}-{tempat.untuk.tahun}-{tempat.untuk.kunci}{tempat.unit and f'-{tempat.unit}'}"


def make_alamat(penaut: Penaut, tempat: TempatIsian, periode: Periode) -> str:
    """Return the address of the form of a value, ``""`` if the reader cannot open it."""
    if tempat.variabel is not None:
        alamat = penaut.find_alamat("pengukuran_isi", variabel=tempat.variabel.id)
    else:
        assert tempat.edisi is not None
        alamat = penaut.find_alamat("pengukuran_isi_indikator", kode=tempat.edisi.indikator)
    kueri = {"unit": tempat.unit} if tempat.unit else {}
    if tempat.untuk.tahun != periode.tahun:
        kueri["untuk"] = f"{tempat.untuk.tahun}-{tempat.untuk.kunci}"
    return f"{alamat}?{urlencode(kueri)}" if alamat and kueri else alamat


def _nama(tempat: TempatIsian, tampak: TahunTampak) -> str:
    if tempat.variabel is None:
        nama = "Nilai menurut sumbernya" if tempat.edisi in tempat.daftar_pengguna else tempat.nama
    else:
        nama = tempat.nama
    if tempat.untuk != tampak.konteks.periode:
        nama = f"{nama}, {tempat.untuk.label}"
    if tempat.unit:
        unit = next((satu.nama for satu in tampak.hasil.data.daftar_unit if satu.id == tempat.unit), tempat.unit)
        nama = f"{nama} menurut {unit}"
    return nama


def _bukti(ada: NilaiVariabel | NilaiTercatat | None) -> str:
    match ada:
        case NilaiVariabel():
            return ada.bukti
        case NilaiTercatat():
            return ada.letak
    return ""
