"""
Quarters that are submitted or approved keep their results: a package that would change one is refused.

A result is its value with its whole story, so a change of a value, a target, an edition, a budget or a convention
counts, and so does one of the source it names. The rows a result was computed from are kept as well, with their
evidence. The conventions of a year stand fast as a whole once a quarter is approved, as on the page that sets them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final

from tolok.core.hasil.cari import read_identitas
from tolok.core.hasil.tahun import HasilTahun, RataRataCapaian
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Hasil
from tolok.core.periode import Periode
from tolok.paket.banding import BedaBaris, BedaTabel
from tolok.web.pengukuran.models import Pengukuran, StatusPengukuran
from tolok.web.pengukuran.penetapan import list_hasil_ditetapkan
from tolok.web.perencanaan.models import TahunKinerja
from tolok.web.perencanaan.penjaga import list_halangan
from tolok.web.pertukaran.penolakan import Penolakan, SebabTolak

STATUS_TERKUNCI: Final = (StatusPengukuran.DIAJUKAN, StatusPengukuran.DIVERIFIKASI, StatusPengukuran.DISAHKAN)
_SARAN_KEBIJAKAN: Final = (
    "Samakan bagian kebijakan paket dengan yang tersimpan, atau minta pengukurannya dikembalikan dahulu."
)
_SARAN: Final = "Samakan isi paket, atau minta pengukurannya dikembalikan dahulu."


def list_beda_terkunci(
    tahun: TahunKinerja, data: TahunInstansi, lama: TahunInstansi, beda: Mapping[str, BedaTabel]
) -> Iterator[Penolakan]:
    """Yield what of the conventions, and of the results of locked indicators and quarters, would change."""
    if data.kebijakan != lama.kebijakan:
        yield from _list_kebijakan(tahun, beda["kebijakan"])
    baris = Pengukuran.objects.filter(tahun=tahun, status__in=STATUS_TERKUNCI).order_by("triwulan", "indikator__kode")
    daftar = list(baris.values_list("triwulan", "indikator__kode", "status"))
    if not daftar:
        return
    pembanding = _Pembanding(HasilTahun(lama), HasilTahun(data), beda)
    terkunci: dict[int, set[str]] = {}
    berubah: set[int] = set()
    for triwulan, indikator, status in daftar:
        terkunci.setdefault(triwulan, set()).add(indikator)
        if daftar_beda := list(pembanding.indikator(indikator, triwulan)):
            berubah.add(triwulan)
            sebutan = f"{Periode(data.tahun, triwulan).label} sudah {StatusPengukuran(status).label.lower()}"
            yield _tolak("indikator", indikator, triwulan, sebutan, daftar_beda)
    # Where indicators differ so do their means; told alone, a mean is what a convention alone would change.
    for triwulan in terkunci.keys() - berubah:
        sebutan = f"{Periode(data.tahun, triwulan).label} sudah diajukan atau disahkan seluruhnya"
        for tabel, letak, daftar_beda in pembanding.rata_rata(terkunci[triwulan], triwulan):
            if daftar_beda:
                yield _tolak(tabel, letak, triwulan, sebutan, daftar_beda)


def _list_kebijakan(tahun: TahunKinerja, beda: BedaTabel) -> Iterator[Penolakan]:
    kolom = ", ".join(sel.kolom for baris in beda.diubah for sel in baris.daftar_sel)
    for sebab in list_halangan(tahun):
        yield Penolakan(SebabTolak.TERKUNCI, "kebijakan", kolom, sebab, _SARAN_KEBIJAKAN)


def _tolak(tabel: str, letak: str, triwulan: int, sebutan: str, daftar_beda: list[str]) -> Penolakan:
    pesan = f"{sebutan}, dan akan berubah: {'; '.join(daftar_beda)}."
    return Penolakan(SebabTolak.TERKUNCI, tabel, letak, pesan, _SARAN, triwulan)


class _Pembanding:
    """Compares the results of the stored year with those the package would give."""

    def __init__(self, lama: HasilTahun, baru: HasilTahun, beda: Mapping[str, BedaTabel]) -> None:
        self.lama = lama
        self.baru = baru
        self._masukan = [
            ((jenis, baris.isi[jenis], _periode(baris)), f"{nama.replace('_', ' ')} ({baris.sebutan})")
            for nama, jenis in (("nilai_variabel", "variabel"), ("nilai_tercatat", "indikator"))
            if nama in beda
            for baris in (*beda[nama].diubah, *beda[nama].ditambah, *beda[nama].dihapus)
        ]

    def indikator(self, indikator: str, triwulan: int) -> Iterator[str]:
        """Yield what of an indicator would differ; the last quarter answers for the year too."""
        tahun = self.lama.data.tahun
        asal: set[tuple[str, str, Periode]] = set()
        for periode in (Periode(tahun, triwulan), *([Periode(tahun)] if triwulan == 4 else [])):
            baru = _list_hasil(self.baru, indikator, periode)
            for kunci, lama in _list_hasil(self.lama, indikator, periode).items():
                asal |= {(b.jenis, b.nama, b.periode) for b in map(read_identitas, lama.asal() | {lama.identitas})}
                nama, besaran = kunci
                bagian = "" if nama == indikator else f" bagian {nama}"
                yield from _beda(f"{besaran.replace('_', ' ')}{bagian} {periode.label}", lama, baru.get(kunci))
        yield from (sebutan for kunci, sebutan in self._masukan if kunci in asal)

    def rata_rata(self, terkunci: set[str], triwulan: int) -> Iterator[tuple[str, str, list[str]]]:
        """Yield the means (table, row, what would differ) where every indicator they stand on is locked."""
        periode = Periode(self.lama.data.tahun, triwulan)
        daftar_baru = {sasaran.id for sasaran in self.baru.daftar_sasaran()}
        for sasaran in self.lama.daftar_sasaran():
            if self._is_terkunci(sasaran.id, periode, terkunci):
                baru = self.baru.rata_rata_sasaran(sasaran.id, periode) if sasaran.id in daftar_baru else None
                yield "simpul", sasaran.id, _beda_rata_rata(self.lama.rata_rata_sasaran(sasaran.id, periode), baru)
        if self._is_terkunci(None, periode, terkunci):
            lama, kini = self.lama.rata_rata_instansi(periode), self.baru.rata_rata_instansi(periode)
            yield "instansi", "capaian", _beda_rata_rata(lama, kini)

    def _is_terkunci(self, sasaran: str | None, periode: Periode, terkunci: set[str]) -> bool:
        daftar = {edisi.indikator for edisi in self.lama.daftar_indikator(sasaran, periode)}
        return bool(daftar) and daftar <= terkunci


def _beda_rata_rata(lama: RataRataCapaian, baru: RataRataCapaian | None) -> list[str]:
    return [
        *_beda("rata-rata capaian", lama.hasil, None if baru is None else baru.hasil),
        *_beda("predikat", lama.predikat, None if baru is None else baru.predikat),
    ]


def _list_hasil(hasil: HasilTahun, indikator: str, periode: Periode) -> dict[tuple[str, str], Hasil]:
    """Return what a period answers for by indicator and quantity; a change of a variable shows in what uses it."""
    daftar: dict[tuple[str, str], Hasil] = {}
    with suppress(KeyError):
        for satu in list_hasil_ditetapkan(hasil, indikator, periode):
            bagian = read_identitas(satu.identitas)
            if bagian.jenis == "indikator":
                daftar[bagian.nama, bagian.besaran] = satu
    return daftar


def _beda(nama: str, lama: Hasil, baru: Hasil | None) -> Iterator[str]:
    if baru is None:
        yield f"{nama} {lama.tercetak} tidak ada lagi"
    elif (lama.nilai, lama.tercetak) != (baru.nilai, baru.tercetak):
        yield f"{nama} {lama.tercetak} menjadi {baru.tercetak}"
    elif lama.jejak != baru.jejak:
        yield f"asal {nama} {lama.tercetak}"


def _periode(baris: BedaBaris) -> Periode:
    return Periode(int(baris.isi["tahun"]), int(baris.isi["triwulan"]))
