"""
The score of a SAKIP evaluation (LKE): letters of sub-components, weighted scores, total and predicate.

Two modes are in use and give different numbers for the same answers: letters per sub-component, and the mean of
criterion answers. Every result names its mode.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from tolok.core.angka import NOL, SATU, SERATUS, Angka
from tolok.core.cetak_angka import format_angka
from tolok.core.jejak import Jejak
from tolok.core.nilai import AlasanTakTerhitung, Bilangan, Kategori, Nilai, TidakDapatDihitung
from tolok.core.peraturan import PeraturanTidakDikenal, load_skala, load_tabel
from tolok.core.skala import Skala, classify

SATUAN_SKOR = "skor"


class ModusLke(StrEnum):
    """How the score of a sub-component comes about."""

    HURUF = "huruf"
    RATA_RATA = "rata_rata"


class StatusKriteria(StrEnum):
    """How far a criterion is fulfilled; a common working method, not in the regulation."""

    PENUH = "penuh"
    SEBAGIAN = "sebagian"
    BELUM = "belum"


_NILAI_STATUS = {StatusKriteria.PENUH: SATU, StatusKriteria.SEBAGIAN: Angka(1, 2), StatusKriteria.BELUM: NOL}


@dataclass(frozen=True, slots=True, kw_only=True)
class KomponenLke:
    """A component of the worksheet with its weight."""

    kode: str
    nama: str
    bobot: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class SubkomponenLke:
    """A sub-component: its dimension, weight and number of criteria; the component is the first part of its code."""

    kode: str
    dimensi: str
    bobot: Angka
    kriteria: int

    @property
    def komponen(self) -> str:
        """The code of the component above."""
        return self.kode.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdisiLke:
    """
    One edition of the worksheet. ``huruf`` gives the value of each letter, ``jawaban`` the value of each answer of
    the sets used by the mean mode, ``usulan`` the letter a share of fulfilled criteria proposes.
    """

    id: str
    nama: str
    dasar: str
    berlaku_tahun_awal: int
    daftar_komponen: tuple[KomponenLke, ...]
    daftar_subkomponen: tuple[SubkomponenLke, ...]
    huruf: Mapping[str, Angka]
    sebutan: Mapping[str, str]
    jawaban: Mapping[str, Mapping[str, Angka]]
    predikat: Skala
    usulan: Skala

    def find_subkomponen(self, kode: str) -> SubkomponenLke:
        """
        Return the sub-component with this code.

        :raises LookupError: if there is none
        """
        for subkomponen in self.daftar_subkomponen:
            if subkomponen.kode == kode:
                return subkomponen
        raise LookupError(f"Subkomponen “{kode}” tidak ada dalam {self.nama}.")


class HasilLke(NamedTuple):
    """Total score (0 to 100, exact), its predicate, the mode, and the story down to each sub-component."""

    total: Nilai
    predikat: Nilai
    modus: ModusLke
    jejak: Jejak


@cache
def load_lke(id_edisi: str = "lke-2021") -> EdisiLke:
    """
    Return an edition of the worksheet.

    :raises PeraturanTidakDikenal: if there is no such edition
    :source: PermenPANRB 88/2021; domain handbook 8.1 to 8.4
    """
    for baris in load_tabel("lke.toml")["lke"]:
        if baris["id"] == id_edisi:
            return EdisiLke(
                id=baris["id"],
                nama=baris["nama"],
                dasar=baris["dasar_hukum"],
                berlaku_tahun_awal=baris["berlaku_tahun_awal"],
                daftar_komponen=tuple(
                    KomponenLke(kode=k["kode"], nama=k["nama"], bobot=Angka.from_desimal(k["bobot"]))
                    for k in baris["komponen"]
                ),
                daftar_subkomponen=tuple(
                    SubkomponenLke(
                        kode=s["kode"],
                        dimensi=s["dimensi"],
                        bobot=Angka.from_desimal(s["bobot"]),
                        kriteria=s["kriteria"],
                    )
                    for s in baris["subkomponen"]
                ),
                huruf=_read_nilai_per_kunci(baris["huruf"]),
                sebutan=baris["sebutan"],
                jawaban={nama: _read_nilai_per_kunci(isi) for nama, isi in baris["jawaban"].items()},
                predikat=load_skala(baris["predikat"]),
                usulan=load_skala(baris["usulan"]),
            )
    raise PeraturanTidakDikenal(f"Edisi LKE “{id_edisi}” tidak ada.")


def compute_bagian_terpenuhi(daftar_status: Sequence[StatusKriteria]) -> Nilai:
    """
    Return the share of fulfilled criteria in %, 0 to 100: full counts 1, part ½, none 0.

    :source: domain handbook 8.3
    """
    if not daftar_status:
        return TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, "Subkomponen ini tidak mempunyai kriteria.")
    terpenuhi = sum((_NILAI_STATUS[status] for status in daftar_status), NOL)
    return Bilangan(terpenuhi / len(daftar_status) * 100, "%")


def propose_huruf(bagian: Angka, *, edisi: EdisiLke) -> Kategori | TidakDapatDihitung:
    """
    Return the letter a share of fulfilled criteria proposes, at most BB.

    A and AA are the judgement of an evaluator with evidence and are never proposed.

    :param bagian: share of fulfilled criteria in %, 0 to 100
    :source: domain handbook 8.3
    """
    return classify(bagian, edisi.usulan)


def compute_lke_huruf(huruf_per_subkomponen: Mapping[str, str], *, edisi: EdisiLke) -> HasilLke:
    """
    Return total and predicate from one letter per sub-component: Σ weight × value of the letter / 100.

    A missing sub-component makes the total not computable; an unknown code or letter is refused.

    :raises LookupError: if a code or letter is not in the edition
    :source: domain handbook 8.3, 8.4
    """
    bagian_per_kode = {}
    for kode, huruf in huruf_per_subkomponen.items():
        edisi.find_subkomponen(kode)
        if huruf not in edisi.huruf:
            raise LookupError(f"Huruf “{huruf}” untuk {kode} tidak ada. Yang ada: {', '.join(edisi.huruf)}.")
        bagian_per_kode[kode] = (edisi.huruf[huruf] / SERATUS, f"{huruf} = {format_angka(edisi.huruf[huruf])}")
    return _jumlahkan(bagian_per_kode, edisi, ModusLke.HURUF)


def compute_lke_rata_rata(
    jawaban_per_subkomponen: Mapping[str, Sequence[str]], *, himpunan: Mapping[str, str], edisi: EdisiLke
) -> HasilLke:
    """
    Return total and predicate from the answers to single criteria: Σ weight × mean of the answers.

    :param jawaban_per_subkomponen: answers (``Y``, ``B`` …) in order of the criteria
    :param himpunan: which answer set each sub-component uses (``Y/T``, ``A-C``, ``A-D``, ``A-E``)
    :raises LookupError: if a code, set or answer is not in the edition
    :source: domain handbook 8.3 (second scoring mode)
    """
    bagian_per_kode = {}
    for kode, daftar_jawaban in jawaban_per_subkomponen.items():
        edisi.find_subkomponen(kode)
        nilai_per_jawaban = edisi.jawaban.get(himpunan.get(kode, ""))
        if nilai_per_jawaban is None:
            raise LookupError(f"Himpunan jawaban {kode} tidak dikenal. Yang ada: {', '.join(edisi.jawaban)}.")
        for jawaban in daftar_jawaban:
            if jawaban not in nilai_per_jawaban:
                raise LookupError(
                    f"Jawaban “{jawaban}” untuk {kode} tidak ada. Yang ada: {', '.join(nilai_per_jawaban)}."
                )
        if daftar_jawaban:
            rata = sum((nilai_per_jawaban[jawaban] for jawaban in daftar_jawaban), NOL) / len(daftar_jawaban)
            bagian_per_kode[kode] = (rata, f"rata-rata {len(daftar_jawaban)} kriteria = {format_angka(rata)}")
    return _jumlahkan(bagian_per_kode, edisi, ModusLke.RATA_RATA)


def _jumlahkan(bagian_per_kode: Mapping[str, tuple[Angka, str]], edisi: EdisiLke, modus: ModusLke) -> HasilLke:
    """Weigh and add the shares (0 to 1) of all sub-components, grouped by component."""
    daftar_jejak = []
    for komponen in edisi.daftar_komponen:
        daftar_sub = [sub for sub in edisi.daftar_subkomponen if sub.komponen == komponen.kode]
        anak = []
        for sub in daftar_sub:
            if sub.kode in bagian_per_kode:
                bagian, cara = bagian_per_kode[sub.kode]
                uraian = f"{sub.kode} {sub.dimensi} (bobot {format_angka(sub.bobot)}): {cara}"
                anak.append(Jejak("lke.subkomponen", uraian, Bilangan(sub.bobot * bagian, SATUAN_SKOR)))
        uraian = f"{komponen.kode} {komponen.nama} (bobot {format_angka(komponen.bobot)})"
        skor = _total(bagian_per_kode, daftar_sub)
        daftar_jejak.append(Jejak("lke.komponen", uraian, skor, tuple(anak)))
    nilai = _total(bagian_per_kode, edisi.daftar_subkomponen)
    predikat = classify(nilai.angka, edisi.predikat) if isinstance(nilai, Bilangan) else nilai
    catatan = f"Modus {modus.value.replace('_', '-')}; nilai dari modus lain tidak sebanding."
    jejak = Jejak(f"lke.{modus.value}", edisi.nama, nilai, tuple(daftar_jejak), None, edisi.dasar, catatan)
    return HasilLke(nilai, predikat, modus, jejak)


def _total(
    bagian_per_kode: Mapping[str, tuple[Angka, str]], daftar_sub: Sequence[SubkomponenLke]
) -> Bilangan | TidakDapatDihitung:
    kurang = [sub.kode for sub in daftar_sub if sub.kode not in bagian_per_kode]
    if kurang:
        return TidakDapatDihitung(
            AlasanTakTerhitung.VARIABEL_TIDAK_ADA, f"Subkomponen {', '.join(kurang)} belum dinilai."
        )
    return Bilangan(sum((sub.bobot * bagian_per_kode[sub.kode][0] for sub in daftar_sub), NOL), SATUAN_SKOR)


def _read_nilai_per_kunci(isi: Mapping[str, str]) -> dict[str, Angka]:
    return {kunci: Angka.from_desimal(teks) for kunci, teks in isi.items()}
