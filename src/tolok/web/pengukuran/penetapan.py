"""
What approval stores of an indicator in a quarter: its quantities, each with all it stands on, as canonical JSON.

Reading a stored result back and comparing it with what the year comes to now is in ``pengukuran.disahkan``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from tolok.core.hasil.cari import BagianIdentitas, read_identitas
from tolok.core.hasil.penjelasan import list_masukan
from tolok.core.hasil.sebagai_data import make_jejak_data, make_kebijakan_data, make_nilai_data
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.identitas import make_identitas
from tolok.core.jejak import Hasil
from tolok.core.periode import Periode
from tolok.web.anggaran.models import EdisiPagu, EdisiPemetaan, EdisiPohonAnggaran, Pagu, Realisasi
from tolok.web.audit.kanonik import to_kanonik
from tolok.web.pengukuran.mesin import get_versi_mesin
from tolok.web.pengukuran.models import HasilDisahkan
from tolok.web.pengukuran.queries import Rujukan, load_nilai_tercatat, load_nilai_variabel
from tolok.web.perencanaan.models import (
    AnggotaIndikator,
    AnggotaRencana,
    AnggotaSkala,
    AnggotaVariabel,
    TahunKinerja,
    TargetRencana,
)
from tolok.web.perjanjian.models import TargetPerjanjian

_UANG: Final = frozenset({"pagu", "serapan", "efisiensi", "realisasi_anggaran"})


def make_objek(periode: Periode, indikator: str) -> str:
    """Return the name of a measurement in the history."""
    return f"pengukuran:{periode.tahun}/{periode.kunci}/{indikator}"


def list_hasil(hasil: HasilTahun, indikator: str, periode: Periode) -> tuple[Hasil, ...]:
    """
    Return what is stored when an indicator is approved in a quarter; in the last one also the quantities of the year.

    That is what documents print of it and of its parts, the money that serves it, and the variables it was computed
    from. Its share in the whole budget is left out: it stands on every other row of the budget, not on the quarter.
    """
    daftar_periode = (periode, Periode(periode.tahun)) if periode.triwulan == 4 else (periode,)
    daftar = {
        satu.identitas: satu for kapan in daftar_periode for satu in list_hasil_ditetapkan(hasil, indikator, kapan)
    }
    return tuple(daftar.values())


def compute_sidik_angka(daftar: Iterable[Hasil]) -> str:
    """Return a hash of what a reader was shown, so that approval stores nothing else."""
    bahan = [[satu.identitas, satu.tercetak, make_nilai_data(satu.nilai)] for satu in daftar]
    return hashlib.sha256(to_kanonik(bahan).encode()).hexdigest()


def compute_sidik(baris: HasilDisahkan, *, instansi: str, objek: str) -> str:
    """Return the SHA-256 of a stored result over everything it says."""
    bahan = [
        instansi,
        objek,
        baris.penetapan,
        baris.identitas,
        baris.besaran,
        baris.tercetak,
        baris.digit,
        baris.nilai,
        baris.jejak,
        baris.masukan,
        baris.edisi,
        baris.kebijakan,
        baris.versi_mesin,
    ]
    return hashlib.sha256(to_kanonik(bahan).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edisi:
    """An edition a result stands on, with its row."""

    jenis: str
    objek: str
    kode: str
    id: int | None


class BahanPenetapan:
    """The rows behind a computed year: where its inputs and its editions stand in the database."""

    def __init__(self, tahun: TahunKinerja, hasil: HasilTahun) -> None:
        """Take a year with ``organisasi``, ``rencana_berlaku`` and ``kebijakan`` read; rows are read when asked for."""
        self.tahun = tahun
        self.hasil = hasil

    def make_kolom(self, satu: Hasil) -> dict[str, Any]:
        """Return the columns of a stored result that tell what it is and what it stands on."""
        return {
            "identitas": satu.identitas,
            "besaran": read_identitas(satu.identitas).besaran,
            "tercetak": satu.tercetak,
            "digit": satu.digit,
            "nilai": to_kanonik(make_nilai_data(satu.nilai)),
            "jejak": to_kanonik(make_jejak_data(satu.jejak)),
            "masukan": to_kanonik(self.list_masukan(satu)),
            "edisi": to_kanonik(self.list_edisi(satu)),
            "kebijakan": to_kanonik(self.kebijakan),
            "versi_mesin": get_versi_mesin(),
        }

    def list_masukan(self, satu: Hasil) -> list[dict[str, Any]]:
        """Return the recorded inputs of a quantity with their rows and the versions of these."""
        return [
            {
                **masukan._asdict(),
                "baris": [rujukan._asdict() for rujukan in self._baris_per_identitas.get(masukan.identitas, ())],
            }
            for masukan in list_masukan(satu)
        ]

    def list_edisi(self, satu: Hasil) -> list[dict[str, Any]]:
        """Return the editions a quantity stands on, each once."""
        daftar: dict[Edisi, None] = {}
        for identitas in (satu.identitas, *sorted(satu.asal())):
            daftar.update(dict.fromkeys(self._edisi_bagian(read_identitas(identitas))))
        daftar.update(dict.fromkeys(self._edisi_tahun))
        return [{"jenis": e.jenis, "objek": e.objek, "kode": e.kode, "id": e.id} for e in daftar]

    @cached_property
    def kebijakan(self) -> dict[str, Any]:
        """The conventions of the year with their edition."""
        edisi = self.tahun.kebijakan
        nomor = {} if edisi is None else {"edisi": edisi.nomor, "id": edisi.pk}
        return make_kebijakan_data(self.hasil.kebijakan) | nomor

    @cached_property
    def _edisi_tahun(self) -> tuple[Edisi, ...]:
        organisasi, rencana = self.tahun.organisasi, self.tahun.rencana_berlaku
        daftar = [Edisi(jenis="organisasi", objek="", kode=str(organisasi.nomor), id=organisasi.pk)]
        if rencana is not None:
            daftar.append(Edisi(jenis="rencana", objek="", kode=rencana.kode, id=rencana.pk))
        return tuple(daftar)

    def _edisi_bagian(self, bagian: BagianIdentitas) -> Iterator[Edisi]:
        """Yield the editions that one step of a story stands on."""
        edisi = self._edisi_per_kunci
        if bagian.jenis == "indikator":
            definisi = self.hasil.edisi_indikator(bagian.nama, bagian.periode)
            yield edisi["indikator", definisi.indikator, definisi.edisi]
            if definisi.skala:
                yield edisi["skala", "", definisi.skala]
        if bagian.jenis == "variabel":
            yield edisi["variabel", "", bagian.nama]
        if bagian.besaran == "target" and bagian.rincian:
            yield edisi["dokumen", "", bagian.rincian]
        if bagian.besaran == "predikat" and ("skala", "", self.hasil.kebijakan.skala) in edisi:
            yield edisi["skala", "", self.hasil.kebijakan.skala]
        if bagian.besaran in _UANG:
            if bagian.rincian:
                yield edisi["pagu", "", bagian.rincian]
            yield from (satu for kunci, satu in edisi.items() if kunci[0] == "pohon_anggaran")
            if bagian.jenis == "indikator" and self.hasil.data.pemetaan_berlaku:
                yield edisi["pemetaan", "", self.hasil.data.pemetaan_berlaku]

    @cached_property
    def _edisi_per_kunci(self) -> dict[tuple[str, str, str], Edisi]:
        """The editions of the year by kind, object and code (eight queries)."""
        milik = {"tahun": self.tahun}
        hasil: dict[tuple[str, str, str], Edisi] = {}
        anggota = AnggotaIndikator.objects.filter(**milik)
        for indikator, kode, pk in anggota.values_list("edisi__indikator__kode", "edisi__kode", "edisi"):
            hasil["indikator", indikator, kode] = Edisi(jenis="indikator", objek=indikator, kode=kode, id=pk)
        for jenis, daftar in (
            (
                "variabel",
                AnggotaVariabel.objects.filter(**milik).values_list("edisi__variabel__kode", "edisi__nomor", "edisi"),
            ),
            ("skala", AnggotaSkala.objects.filter(**milik).values_list("edisi__kode", "edisi__nomor", "edisi")),
        ):
            for objek, nomor, pk in daftar:
                hasil[jenis, "", objek] = Edisi(jenis=jenis, objek=objek, kode=str(nomor), id=pk)
        for jenis, daftar_kode in (
            ("dokumen", AnggotaRencana.objects.filter(**milik).values_list("edisi__kode", "edisi")),
            ("dokumen", self.tahun.daftar_perjanjian.values_list("kode", "pk")),
            ("pagu", EdisiPagu.objects.filter(**milik).values_list("kode", "pk")),
            ("pemetaan", EdisiPemetaan.objects.filter(**milik).values_list("kode", "pk")),
        ):
            for kode, pk in daftar_kode:
                hasil[jenis, "", kode] = Edisi(jenis=jenis, objek="", kode=kode, id=pk)
        pohon = EdisiPohonAnggaran.objects.filter(**milik).order_by("-nomor").first()
        if pohon is not None:
            kode = str(pohon.nomor)
            hasil["pohon_anggaran", "", kode] = Edisi(jenis="pohon_anggaran", objek="", kode=kode, id=pohon.pk)
        return hasil

    @cached_property
    def _baris_per_identitas(self) -> dict[str, tuple[Rujukan, ...]]:
        """The rows of every input of the year by its identity (six queries)."""
        hasil: dict[str, list[Rujukan]] = {}
        for identitas, rujukan in (*self._baris_nilai(), *self._baris_target(), *self._baris_anggaran()):
            hasil.setdefault(identitas, []).append(rujukan)
        return {identitas: tuple(daftar) for identitas, daftar in hasil.items()}

    def _identitas(self, periode: Periode, objek: str, besaran: str) -> str:
        return make_identitas(self.hasil.data.instansi.id, periode, objek, besaran)

    def _baris_nilai(self) -> Iterator[tuple[str, Rujukan]]:
        for isian, rujukan in load_nilai_variabel(self.tahun):
            for besaran in (f"isian@{isian.unit}",) if isian.unit else ("isian", "isian_instansi"):
                yield self._identitas(isian.periode, f"variabel:{isian.variabel}", besaran), rujukan
        nomor: dict[tuple[str, Periode], int] = {}
        for tercatat, rujukan in load_nilai_tercatat(self.tahun):
            kunci = (tercatat.indikator, tercatat.periode)
            nomor[kunci] = nomor.get(kunci, 0) + 1
            besaran = f"tercatat@{nomor[kunci]}"
            yield self._identitas(tercatat.periode, f"indikator:{tercatat.indikator}", besaran), rujukan

    def _baris_target(self) -> Iterator[tuple[str, Rujukan]]:
        for kelas, daftar in (
            (TargetRencana, TargetRencana.objects.filter(buku=self.tahun)),
            (TargetPerjanjian, TargetPerjanjian.objects.filter(dokumen__tahun=self.tahun)),
        ):
            for pk, versi, kode, tahun, triwulan, dokumen in daftar.values_list(
                "pk", "versi", "indikator__kode", "tahun", "triwulan", "dokumen__kode"
            ):
                identitas = self._identitas(Periode(tahun, triwulan), f"indikator:{kode}", f"target@{dokumen}")
                yield identitas, Rujukan(kelas._meta.db_table, pk, versi)

    def _baris_anggaran(self) -> Iterator[tuple[str, Rujukan]]:
        tabel = Pagu._meta.db_table
        pagu = Pagu.objects.filter(edisi__tahun=self.tahun).values_list("pk", "simpul__kode", "edisi__kode")
        for pk, kode, edisi in pagu:
            periode = Periode(self.tahun.tahun)
            yield self._identitas(periode, f"anggaran:{kode}", f"pagu@{edisi}"), Rujukan(tabel, pk, 1)
        tabel = Realisasi._meta.db_table
        realisasi = Realisasi.objects.filter(simpul__tahun=self.tahun)
        for pk, versi, kode, tahun, triwulan in realisasi.values_list(
            "pk", "versi", "simpul__kode", "tahun", "triwulan"
        ):
            identitas = self._identitas(Periode(tahun, triwulan), f"anggaran:{kode}", "realisasi_anggaran")
            yield identitas, Rujukan(tabel, pk, versi)


def list_hasil_ditetapkan(hasil: HasilTahun, indikator: str, periode: Periode) -> Iterator[Hasil]:
    """
    Yield every quantity that the approval of an indicator in a period stores.

    :raises KeyError: if there is no such indicator
    """
    daftar_bagian = (bagian.indikator for bagian in hasil.daftar_bagian(indikator, periode))
    for kode in (indikator, *daftar_bagian):
        yield hasil.target(kode, periode)
        realisasi = hasil.realisasi(kode, periode)
        yield realisasi
        yield hasil.capaian(kode, periode)
        yield hasil.capaian_terbatas(kode, periode)
        yield hasil.predikat(kode, periode)
        for identitas in sorted(realisasi.asal()):
            bagian = read_identitas(identitas)
            if bagian.jenis == "variabel" and bagian.besaran == "nilai":
                yield hasil.nilai_variabel(bagian.nama, bagian.periode)
    edisi = hasil.anggaran.edisi_untuk(periode)
    if edisi and hasil.anggaran.is_dianggarkan(indikator):
        yield hasil.pagu_indikator(indikator, edisi)
        yield hasil.realisasi_indikator(indikator, periode)
        yield hasil.serapan_indikator(indikator, periode, edisi)
        yield hasil.efisiensi(indikator, periode, edisi)
