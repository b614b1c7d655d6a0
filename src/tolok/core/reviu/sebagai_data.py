"""Findings as plain JSON data: what ``tolok reviu --format json`` prints (``tolok/skema/reviu.schema.json``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.core.bacaan.sebagai_data import make_letak_data
from tolok.core.reviu.temuan import LetakTemuan, Temuan
from tolok.core.reviu.terima import TemuanDiterima, make_sidik


def to_data(
    daftar_berkas: Iterable[BerkasTerbaca], daftar: Iterable[Temuan], diterima: Iterable[TemuanDiterima] = ()
) -> dict[str, Any]:
    """Return the documents that were reviewed, the findings in reading order, and those accepted with their reason."""
    return {
        "dokumen": [
            {
                "berkas": berkas.berkas,
                "jenis": dokumen.jenis.value,
                "judul": dokumen.judul,
                "tahun": dokumen.tahun,
                "triwulan": dokumen.triwulan,
            }
            for berkas in daftar_berkas
            for dokumen in berkas.dokumen
        ],
        "temuan": [_tulis(satu) for satu in daftar],
        "diterima": [{**_tulis(satu.temuan), "alasan": satu.alasan} for satu in diterima],
    }


def _tulis(satu: Temuan) -> dict[str, Any]:
    return {
        "aturan": satu.aturan,
        "tingkat": satu.tingkat.value,
        "keyakinan": satu.keyakinan.value,
        "berkas": satu.letak.berkas,
        "letak": _tulis_letak(satu.letak),
        "letak_lain": [{"berkas": lain.berkas, **_tulis_letak(lain)} for lain in satu.letak_lain],
        "tercetak": satu.tercetak,
        "seharusnya": satu.seharusnya,
        "pesan": satu.pesan,
        "sidik": make_sidik(satu),
    }


def _tulis_letak(tempat: LetakTemuan) -> dict[str, Any]:
    return {**make_letak_data(tempat.letak), "baris_akhir": tempat.baris_akhir}
