"""The plan: flat targets, indicators twice in a table or missing from the plan, activities worded as results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tolok.core.angka import SERATUS
from tolok.core.bacaan.dokumen import Besaran, IndikatorTerbaca, JenisDokumen, NilaiTerbaca
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.nama_serupa import is_sama, make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan

DATAR: Final = Aturan(
    "target.datar",
    "Target sama setiap tahun",
    TingkatTemuan.SARAN,
    "PermenPANRB 53/2014 lampiran I: target yang menantang",
)
GANDA: Final = Aturan(
    "indikator.ganda",
    "Indikator yang sama tercantum dua kali dalam satu tabel",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran I",
)
PUTUS: Final = Aturan(
    "rencana.putus",
    "Indikator perjanjian kinerja tidak ada pada IKU atau Renstra",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran I: perjanjian diturunkan dari rencana strategis",
)
KELUARAN: Final = Aturan(
    "rencana.keluaran",
    "Sasaran berbunyi kegiatan, atau indikator sasaran berbunyi keluaran",
    TingkatTemuan.SARAN,
    "PermenPANRB 53/2014 lampiran I: sasaran strategis berorientasi hasil",
)
_TAHUN_DATAR: Final = 4
_KEGIATAN: Final = re.compile(
    r"^\s*(?:pelaksanaan|terlaksananya|penyelenggaraan|terselenggaranya|penyusunan|tersusunnya|pengadaan|tersedianya)\b",
    re.IGNORECASE,
)
_KELUARAN: Final = re.compile(
    r"^\s*jumlah\s+(?:dokumen|laporan|kegiatan|paket|rapat|sosialisasi|pelatihan|unit)\b", re.IGNORECASE
)
_RENCANA: Final = frozenset({JenisDokumen.IKU, JenisDokumen.RENSTRA})


def periksa_datar(bahan: Bahan) -> Iterator[Temuan]:
    """Yield once the indicators whose numeric target is the same in four years or more (100 % and categories aside)."""
    datar = [(i, t) for i in bahan.dokumen.indikator if (t := _list_datar(i))]
    if datar:
        indikator, target = datar[0]
        yield DATAR.make_temuan(
            keyakinan=Keyakinan.PERLU_DINILAI,
            letak=bahan.di(target[0].letak),
            letak_lain=tuple(bahan.di(t[0].letak) for _, t in datar[1:]),
            tercetak=target[0].tercetak,
            pesan=(
                f"Target {len(datar)} indikator sama pada semua tahun, antara lain “{indikator.nama}” "
                f"({target[0].tercetak} pada {len(target)} tahun)."
            ),
        )


def periksa_ganda(bahan: Bahan) -> Iterator[Temuan]:
    """
    Yield indicators that stand twice in one table under the same sasaran with the same values.

    Rows that follow each other are one indicator printed beside each of its programs.
    """
    pertama: dict[tuple[object, ...], IndikatorTerbaca] = {}
    sebelum: tuple[object, ...] | None = None
    for indikator in bahan.dokumen.indikator:
        isi = tuple((n.besaran, n.tahun, n.triwulan, n.tercetak) for n in indikator.nilai)
        kunci = (indikator.tabel, make_kunci_serupa(indikator.sasaran), make_kunci_serupa(indikator.nama), isi)
        awal = pertama.setdefault(kunci, indikator)
        is_lanjutan, sebelum = kunci == sebelum, kunci
        if (
            not is_lanjutan
            and awal is not indikator
            and indikator.tabel is not None
            and isi
            and awal.letak != indikator.letak
        ):
            yield GANDA.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(indikator.letak),
                letak_lain=(bahan.di(awal.letak),),
                tercetak=indikator.nama,
                pesan=f"“{indikator.nama}” tercantum dua kali dengan nilai yang sama pada tabel ini.",
            )


def periksa_keluaran(bahan: Bahan) -> Iterator[Temuan]:
    """Yield once the sasaran and sasaran indicators of an agency that are worded as activities or outputs."""
    if bahan.dokumen.jenis not in (JenisDokumen.IKU, JenisDokumen.PERJANJIAN, JenisDokumen.RENSTRA):
        return
    tempat: list[tuple[LetakTemuan, str]] = []
    for indikator in bahan.dokumen.indikator:
        if indikator.tingkat in ("", "sasaran", "tujuan"):
            if _KEGIATAN.search(indikator.sasaran):
                tempat.append((bahan.di(indikator.letak), indikator.sasaran))
            elif indikator.tingkat and _KELUARAN.search(indikator.nama):
                tempat.append((bahan.di(indikator.letak), indikator.nama))
    if tempat:
        yield KELUARAN.make_temuan(
            keyakinan=Keyakinan.PERLU_DINILAI,
            letak=tempat[0][0],
            letak_lain=tuple(letak for letak, _ in tempat[1:]),
            tercetak=tempat[0][1],
            pesan=f"{len(tempat)} rumusan menyebut kegiatan atau keluaran, bukan hasil, antara lain “{tempat[0][1]}”.",
        )


def periksa_putus(daftar_bahan: tuple[Bahan, ...]) -> Iterator[Temuan]:
    """Yield once per agreement of a head the indicators that no IKU or Renstra among the files has."""
    rencana = [i.nama for bahan in daftar_bahan if bahan.dokumen.jenis in _RENCANA for i in bahan.dokumen.indikator]
    for bahan in daftar_bahan:
        if bahan.dokumen.jenis is not JenisDokumen.PERJANJIAN or not rencana:
            continue
        sasaran = [i for i in bahan.dokumen.indikator if i.tingkat in ("", "sasaran")]
        putus = [i for i in sasaran if not any(is_sama(i.nama, nama) for nama in rencana)]
        if putus and len(putus) < len(sasaran):
            yield PUTUS.make_temuan(
                keyakinan=Keyakinan.PERLU_DINILAI,
                letak=bahan.di(putus[0].letak),
                letak_lain=tuple(bahan.di(satu.letak) for satu in putus[1:]),
                tercetak=putus[0].nama,
                pesan=(
                    f"{len(putus)} indikator perjanjian tidak ada pada IKU atau Renstra yang diperiksa, antara lain "
                    f"“{putus[0].nama}”."
                ),
            )


def _list_datar(indikator: IndikatorTerbaca) -> list[NilaiTerbaca]:
    daftar = {
        n.tahun: n
        for n in indikator.nilai
        if n.besaran is Besaran.TARGET and n.angka is not None and n.tahun is not None and n.triwulan is None
    }
    angka = {n.angka for n in daftar.values()}
    is_datar = len(daftar) >= _TAHUN_DATAR and len(angka) == 1 and SERATUS not in angka
    return [daftar[tahun] for tahun in sorted(daftar)] if is_datar else []
