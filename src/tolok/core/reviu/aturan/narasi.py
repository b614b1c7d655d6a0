"""Narrative against its own table: a cell that tells the opposite of the number beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tolok.core.bacaan.dokumen import Besaran, IndikatorTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.nama_serupa import make_kunci_serupa
from tolok.core.reviu.temuan import Keyakinan, Temuan, TingkatTemuan

ARAH: Final = Aturan(
    "narasi.arah",
    "Penjelasan bertentangan dengan arah angkanya",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran III: kesesuaian narasi dan data",
)
TIDAK_DIUKUR: Final = Aturan(
    "narasi.tidak_diukur",
    "Realisasi tercetak, padahal penjelasannya menyebut tidak ada penilaian",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran III: kesesuaian narasi dan data",
)
_NAIK: Final = re.compile(
    r"\b(?:semakin |makin |terus )?(?:meningkat|bertambah|naik)\b|\bpeningkatan (?:jumlah )?kasus\b", re.IGNORECASE
)
_PENURUNAN: Final = re.compile(r"\bpenurunan\b", re.IGNORECASE)
_TANPA_NILAI: Final = re.compile(
    r"\btidak (?:ada|dilakukan|dilaksanakan|diselenggarakan)\s+(?:evaluasi|penilaian|pengukuran|survei)", re.IGNORECASE
)


def periksa_arah(bahan: Bahan) -> Iterator[Temuan]:
    """Yield indicators of a reduction with a positive realisasi whose explanation says that the thing itself rose."""
    for indikator, teks, letak in _list_penjelasan(bahan):
        inti = _PENURUNAN.split(indikator.nama, maxsplit=1)
        if len(inti) < 2 or not _is_disebut_naik(make_kunci_serupa(inti[1]), teks):
            continue
        realisasi = next((n for n in indikator.nilai if n.besaran is Besaran.REALISASI and n.angka), None)
        if realisasi is not None and realisasi.angka is not None and realisasi.angka > 0:
            yield ARAH.make_temuan(
                keyakinan=Keyakinan.MUNGKIN,
                letak=bahan.di(realisasi.letak),
                letak_lain=(bahan.di(letak),),
                tercetak=realisasi.tercetak,
                pesan=(
                    f"“{indikator.nama}” dilaporkan {realisasi.tercetak}, sedangkan penjelasannya berkata sebaliknya: "
                    f"“{teks[:120]}”. Bila naik, penurunannya negatif."
                ),
            )


def periksa_tidak_diukur(bahan: Bahan) -> Iterator[Temuan]:
    """Yield values of a year in which, says the explanation beside them, nothing was assessed."""
    for indikator, teks, letak in _list_penjelasan(bahan):
        realisasi = next((n for n in indikator.nilai if n.besaran is Besaran.REALISASI), None)
        if realisasi and (realisasi.kategori or realisasi.angka is not None) and _TANPA_NILAI.search(teks):
            yield TIDAK_DIUKUR.make_temuan(
                keyakinan=Keyakinan.PERLU_DINILAI,
                letak=bahan.di(realisasi.letak),
                letak_lain=(bahan.di(letak),),
                tercetak=realisasi.tercetak,
                pesan=(
                    f"Realisasi “{indikator.nama}” tercetak {realisasi.tercetak}, sedangkan penjelasannya: "
                    f"“{teks[:120]}”. Sebutkan tahun data nilai itu, atau nyatakan tidak dinilai."
                ),
            )


def _list_penjelasan(bahan: Bahan) -> Iterator[tuple[IndikatorTerbaca, str, Letak]]:
    """Yield the explanation cells in the row of each indicator, in tables that have a column for them."""
    for indikator in bahan.dokumen.indikator:
        if indikator.tabel is None:
            continue
        tabel = bahan.dokumen.tabel[indikator.tabel]
        kolom = [
            k for k, judul in enumerate(tabel.kepala) if re.search(r"analis|penyebab|keterangan", judul, re.IGNORECASE)
        ]
        kunci = make_kunci_serupa(indikator.nama)
        for isi, letak in zip(tabel.isi, tabel.letak_isi, strict=True):
            if kolom and any(make_kunci_serupa(sel) == kunci for sel in isi if sel.strip()):
                yield from ((indikator, " ".join(isi[k].split()), letak[k]) for k in kolom if isi[k].strip())


def _is_disebut_naik(benda: str, teks: str) -> bool:
    """Whether a sentence says that the thing (its first two words at least) rises."""
    awal = " ".join(benda.split()[:2])
    return bool(awal) and any(
        awal in make_kunci_serupa(kalimat) and _NAIK.search(kalimat) for kalimat in re.split(r"[.;]", teks)
    )
