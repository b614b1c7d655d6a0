"""
Editions that are issued keep what they say; a package that says otherwise is refused, with what to do instead.

Issued are plan editions with their nodes and targets, definitions of indicators, postings, editions of the pagu and of
the mapping, and agreements that bear a date or whose document was signed here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeVar

from tolok.core.cetak_angka import format_nilai
from tolok.core.indikator import EdisiIndikator as EdisiIndikatorInti
from tolok.core.instansi import TahunInstansi
from tolok.core.organisasi import Pejabat
from tolok.core.periode import Periode
from tolok.paket.banding import BedaBaris, BedaTabel, compare_tabel
from tolok.paket.susun import susun_tabel
from tolok.web.organisasi.models import Instansi, Penempatan
from tolok.web.organisasi.queries import KOLOM_PENEMPATAN, make_pejabat
from tolok.web.perencanaan.models import EdisiIndikator, EdisiRencana, TargetRencana
from tolok.web.perencanaan.queries import (
    KOLOM_INDIKATOR,
    KOLOM_RENCANA,
    KOLOM_TARGET,
    make_indikator,
    make_rencana,
    make_target,
)
from tolok.web.pertukaran.penolakan import Penolakan, SebabTolak

_Baris = TypeVar("_Baris")
_KunciTarget = tuple[str, str, Periode]

_SARAN_RENCANA: Final = "Beri edisi baru id lain dan biarkan yang lama, atau samakan isinya."
_SARAN_INDIKATOR: Final = (
    "Tambahkan edisi indikator baru dengan kode edisi, berlaku_mulai, dan dicatat_pada sendiri, atau samakan isinya."
)
_SARAN_PEJABAT: Final = "Biarkan barisnya dan tambahkan baris baru dengan dicatat_pada yang lebih akhir."
_SARAN_PAGU: Final = "Tambahkan edisi pagu baru (pergeseran atau perubahan), atau samakan isinya."
_SARAN_PEMETAAN: Final = "Tambahkan edisi pemetaan baru, atau samakan isinya."
_SARAN_PERJANJIAN: Final = "Tambahkan perjanjian perubahan, atau samakan isinya."


def list_beda_terbit(
    instansi: Instansi,
    data: TahunInstansi,
    lama: TahunInstansi | None,
    beda: Mapping[str, BedaTabel],
    *,
    ditandatangani: Collection[str],
) -> Iterator[Penolakan]:
    """
    Yield what of a package contradicts an issued edition.

    :param lama: the year as it is stored, ``None`` if it is new
    :param beda: what differs from it, by table
    :param ditandatangani: the codes of its agreements whose document was signed here
    """
    yield from _rencana(instansi, data, lama)
    yield from _indikator(instansi, data, lama)
    yield from _pejabat(instansi, data, lama)
    if "target" in beda:
        yield from _target_buku_lain(instansi, data, {_kunci_target(baris) for baris in _baris_baru(beda["target"])})
    if lama is not None:
        yield from _edisi_tahun(beda, "edisi_pagu", "pagu", {e.id for e in lama.daftar_edisi_pagu}, _SARAN_PAGU)
        terbit = {e.id for e in lama.daftar_edisi_pemetaan}
        yield from _edisi_tahun(beda, "edisi_pemetaan", "pemetaan", terbit, _SARAN_PEMETAAN)
        yield from _perjanjian(lama, beda, ditandatangani)
        yield from _target_rencana(data, lama, beda)


def _rencana(instansi: Instansi, data: TahunInstansi, lama: TahunInstansi | None) -> Iterator[Penolakan]:
    kode = {edisi.id for edisi in data.daftar_edisi_rencana}
    daftar_edisi = tuple(e for e in lama.daftar_edisi_rencana if e.id in kode) if lama is not None else ()
    daftar_simpul = tuple(s for s in lama.daftar_simpul if s.edisi in kode) if lama is not None else ()
    if asing := kode - {edisi.id for edisi in daftar_edisi}:
        baris = EdisiRencana.objects.filter(instansi=instansi, kode__in=asing).order_by("pk")
        edisi_lain, simpul_lain = make_rencana(baris.values_list(*KOLOM_RENCANA))
        daftar_edisi, daftar_simpul = daftar_edisi + edisi_lain, daftar_simpul + simpul_lain
    terbit = {edisi.id for edisi in daftar_edisi}
    yield from _bandingkan(
        "edisi_rencana", daftar_edisi, (e for e in data.daftar_edisi_rencana if e.id in terbit), _SARAN_RENCANA
    )
    yield from _bandingkan(
        "simpul", daftar_simpul, (s for s in data.daftar_simpul if s.edisi in terbit), _SARAN_RENCANA
    )


def _indikator(instansi: Instansi, data: TahunInstansi, lama: TahunInstansi | None) -> Iterator[Penolakan]:
    def kunci(edisi: EdisiIndikatorInti) -> tuple[str, str]:
        return edisi.indikator, edisi.edisi

    def cari() -> Iterator[EdisiIndikatorInti]:
        baris = EdisiIndikator.objects.filter(indikator__instansi=instansi).values_list(*KOLOM_INDIKATOR)
        return (make_indikator(*isi) for isi in baris)

    milik_lama = lama.daftar_indikator if lama is not None else ()
    yield from _baris_terbit("indikator", data.daftar_indikator, milik_lama, cari, kunci, _SARAN_INDIKATOR)


def _pejabat(instansi: Instansi, data: TahunInstansi, lama: TahunInstansi | None) -> Iterator[Penolakan]:
    def kunci(pejabat: Pejabat) -> tuple[str, date, date]:
        return pejabat.jabatan, pejabat.berlaku_mulai, pejabat.dicatat_pada

    def cari() -> Iterator[Pejabat]:
        baris = Penempatan.objects.filter(jabatan__instansi=instansi).values_list(*KOLOM_PENEMPATAN)
        return (make_pejabat(*isi) for isi in baris)

    milik_lama = lama.daftar_pejabat if lama is not None else ()
    yield from _baris_terbit("pejabat", data.daftar_pejabat, milik_lama, cari, kunci, _SARAN_PEJABAT)


def _baris_terbit(
    nama: str,
    daftar: Iterable[_Baris],
    milik_lama: Iterable[_Baris],
    cari: Callable[[], Iterable[_Baris]],
    kunci: Callable[[_Baris], Any],
    saran: str,
) -> Iterator[Penolakan]:
    """Yield the rows that say something else than the row stored under their key, by this year or any other."""
    diminta = {kunci(satu): satu for satu in daftar}
    terbit = {kunci(satu): satu for satu in milik_lama if kunci(satu) in diminta}
    if diminta.keys() - terbit.keys():
        terbit |= {kunci(satu): satu for satu in cari() if kunci(satu) in diminta}
    yield from _bandingkan(nama, terbit.values(), (satu for k, satu in diminta.items() if k in terbit), saran)


def _bandingkan(nama: str, terbit: Iterable[Any], baru: Iterable[Any], saran: str) -> Iterator[Penolakan]:
    tabel = compare_tabel(nama, susun_tabel(nama, terbit), susun_tabel(nama, baru))
    yield from _tolak_tabel(tabel, saran)


def _tolak_tabel(tabel: BedaTabel, saran: str) -> Iterator[Penolakan]:
    for baris in tabel.diubah:
        daftar = "; ".join(f"{sel.kolom} {_kutip(sel.lama)} menjadi {_kutip(sel.baru)}" for sel in baris.daftar_sel)
        yield _tolak(tabel.nama, baris, f"Sudah terbit, dan akan berubah: {daftar}.", saran)
    for baris in tabel.ditambah:
        yield _tolak(tabel.nama, baris, "Edisinya sudah terbit tanpa baris ini.", saran)
    for baris in tabel.dihapus:
        yield _tolak(tabel.nama, baris, "Sudah terbit, dan tidak ada di dalam paket.", saran)


def _edisi_tahun(
    beda: Mapping[str, BedaTabel], nama_edisi: str, nama_isi: str, terbit: set[str], saran: str
) -> Iterator[Penolakan]:
    """Yield what differs in editions that belong to the year alone: their own row, and the rows they hold."""
    if tabel := beda.get(nama_edisi):
        yield from _tolak_tabel(BedaTabel(nama_edisi, (), tabel.diubah, tabel.dihapus, is_urutan=False), saran)
    if tabel := beda.get(nama_isi):
        hilang = {baris.kunci["id"] for baris in beda[nama_edisi].dihapus} if nama_edisi in beda else set()
        yield from _tolak_tabel(_saring(tabel, lambda baris: baris.isi["edisi"] in terbit - hilang), saran)


def _perjanjian(
    lama: TahunInstansi, beda: Mapping[str, BedaTabel], ditandatangani: Collection[str]
) -> Iterator[Penolakan]:
    bertanggal = {satu.id for satu in lama.daftar_perjanjian if satu.tanggal is not None or satu.id in ditandatangani}
    hilang: set[str] = set()
    if tabel := beda.get("perjanjian"):
        hilang = {baris.kunci["id"] for baris in tabel.dihapus}
        yield from _tolak_tabel(_saring(tabel, lambda baris: baris.kunci["id"] in bertanggal), _SARAN_PERJANJIAN)
    if tabel := beda.get("target"):
        terbit = bertanggal - hilang
        yield from _tolak_tabel(_saring(tabel, lambda baris: baris.isi["dokumen"] in terbit), _SARAN_PERJANJIAN)


def _target_rencana(data: TahunInstansi, lama: TahunInstansi, beda: Mapping[str, BedaTabel]) -> Iterator[Penolakan]:
    """Yield what differs in the targets an issued plan edition states for an indicator that both sides know."""
    if (tabel := beda.get("target")) is None:
        return
    edisi = {e.id for e in lama.daftar_edisi_rencana} & {e.id for e in data.daftar_edisi_rencana}
    indikator = {e.indikator for e in data.daftar_indikator}
    terbit = {(t.dokumen, t.indikator) for t in lama.daftar_target if t.dokumen in edisi and t.indikator in indikator}
    yield from _tolak_tabel(
        _saring(tabel, lambda baris: (baris.isi["dokumen"], baris.isi["indikator"]) in terbit), _SARAN_RENCANA
    )


def _target_buku_lain(instansi: Instansi, data: TahunInstansi, diminta: set[_KunciTarget]) -> Iterator[Penolakan]:
    """Yield targets that are new here and that the book of another year quotes otherwise from the same edition."""
    baru = {(t.dokumen, t.indikator, t.periode): t for t in data.daftar_target}
    kode = {edisi.id for edisi in data.daftar_edisi_rencana} & {dokumen for dokumen, _, _ in diminta}
    if not kode:
        return
    cari = TargetRencana.objects.filter(dokumen__instansi=instansi, dokumen__kode__in=kode)
    cari = cari.exclude(buku__tahun=data.tahun).order_by("buku__tahun", "urutan")
    for buku, _, *isi in cari.values_list("buku__tahun", *KOLOM_TARGET):
        lama = make_target(*isi)
        kunci = (lama.dokumen, lama.indikator, lama.periode)
        if kunci not in diminta or (satu := baru.get(kunci)) is None or satu == lama:
            continue
        diminta.remove(kunci)
        pesan = f"Buku tahun {buku} mengutip target lain dari edisi itu"
        if satu.nilai != lama.nilai:
            nilai = [format_nilai(nilai, dengan_satuan=True) for nilai in (lama.nilai, satu.nilai)]
            pesan += f": {_kutip(nilai[0])}, bukan {_kutip(nilai[1])}"
        letak = f"indikator {satu.indikator}, {satu.periode.label}, dokumen {satu.dokumen}"
        yield Penolakan(SebabTolak.TERBIT, "target", letak, f"{pesan}.", _SARAN_RENCANA)


def _baris_baru(tabel: BedaTabel) -> tuple[BedaBaris, ...]:
    return (*tabel.ditambah, *tabel.diubah)


def _kunci_target(baris: BedaBaris) -> _KunciTarget:
    isi = baris.isi
    return isi["dokumen"], isi["indikator"], Periode(int(isi["tahun"]), int(isi["triwulan"]))


def _saring(tabel: BedaTabel, dipilih: Callable[[BedaBaris], bool]) -> BedaTabel:
    ditambah, diubah, dihapus = (
        tuple(baris for baris in daftar if dipilih(baris)) for daftar in (tabel.ditambah, tabel.diubah, tabel.dihapus)
    )
    return BedaTabel(tabel.nama, ditambah, diubah, dihapus, is_urutan=False)


def _tolak(tabel: str, baris: BedaBaris, pesan: str, saran: str) -> Penolakan:
    return Penolakan(SebabTolak.TERBIT, tabel, baris.sebutan, pesan, saran)


def _kutip(teks: str) -> str:
    return f"“{teks}”" if teks else "kosong"
