"""The guide to narratives names every place and every quantity there is."""

from __future__ import annotations

from pathlib import Path

from tolok.core.hasil.rujukan import BESARAN_PER_JENIS
from tolok.core.penyusun.narator import KUNCI_NARASI

PANDUAN = Path(__file__).parents[2] / "docs" / "panduan" / "narasi.md"


def test_panduan_menyebut_setiap_kunci_dan_besaran() -> None:
    teks = PANDUAN.read_text(encoding="utf-8")
    for kunci, letak in KUNCI_NARASI.items():
        assert f"| `{kunci}` | {letak} |" in teks
    for jenis, daftar in BESARAN_PER_JENIS.items():
        assert f"| {jenis} | {', '.join(f'`{besaran}`' for besaran in daftar)} |" in teks
