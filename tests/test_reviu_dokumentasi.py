"""Every rule of the review has its page, which says what the rule says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tolok.core.reviu.daftar import DAFTAR_ATURAN

FOLDER = Path(__file__).parents[1] / "docs" / "reviu"


@pytest.mark.parametrize("kode", DAFTAR_ATURAN)
def test_a_rule_has_its_page(kode: str) -> None:
    aturan = DAFTAR_ATURAN[kode]
    isi = (FOLDER / f"{kode}.md").read_text(encoding="utf-8")
    assert isi.startswith(f"# {aturan.judul}\n\n`{kode}` · ")
    assert aturan.dasar in isi
    assert all(bagian in isi for bagian in ("**Mengapa.**", "**Contoh.**", "**Kapan diam.**"))


def test_the_list_names_every_rule_and_no_other() -> None:
    ada = {berkas.stem for berkas in FOLDER.glob("*.md")} - {"README"}
    assert ada == set(DAFTAR_ATURAN)
    daftar = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"[`{kode}`]({kode}.md) | {aturan.judul} |" in daftar for kode, aturan in DAFTAR_ATURAN.items())
