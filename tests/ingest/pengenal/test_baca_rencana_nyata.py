"""The published IKU, Keterkaitan, SK IKI and Renstra, read whole from ``TOLOK_DOKUMEN_NYATA``: every row of facts."""

from __future__ import annotations

import csv
import os
import re
from functools import lru_cache
from pathlib import Path

import pytest

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import DokumenTerbaca, JenisDokumen, Tingkat
from tolok.ingest.pembaca.teks import read_teks
from tolok.ingest.pengenal import recognise

FOLDER = os.environ.get("TOLOK_DOKUMEN_NYATA", "")
FAKTA = Path(__file__).resolve().parents[1] / "fakta"
FAKTA_KETERKAITAN = Path(__file__).resolve().parents[2] / "contoh_paket" / "fakta" / "keterkaitan-2023.csv"

pytestmark = [
    pytest.mark.dokumen_nyata,
    pytest.mark.skipif(not Path(FOLDER or "-").is_dir(), reason="folder dokumen nyata (TOLOK_DOKUMEN_NYATA) tidak ada"),
]


@lru_cache(maxsize=8)
def _dokumen(nama: str, jenis: JenisDokumen) -> DokumenTerbaca:
    jalur = Path(FOLDER) / nama
    terbaca = recognise(read_teks(jalur.read_bytes(), nama))
    return next(dokumen for dokumen in terbaca.dokumen if dokumen.jenis is jenis)


def _fakta(jalur: Path) -> list[dict[str, str]]:
    with jalur.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def _inti(teks: str | None) -> str:
    """A text without what scanning and markup change: spaces, marks, letter case."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"<[^>]+>", "", teks or "").casefold())


@pytest.mark.parametrize(
    ("nama", "dokumen"),
    [("iku_probolinggo_perubahan.txt", "probolinggo"), ("sk_iku_madiun_2025_2026.txt", "madiun")],
)
def test_every_iku_is_read_with_its_sources_and_owners(nama: str, dokumen: str) -> None:
    fakta = [baris for baris in _fakta(FAKTA / "iku.csv") if baris["dokumen"] == dokumen]
    terbaca = _dokumen(nama, JenisDokumen.IKU).indikator
    assert [_inti(satu.nama) for satu in terbaca] == [_inti(baris["indikator"]) for baris in fakta]
    assert [_inti(satu.sasaran) for satu in terbaca] == [_inti(baris["sasaran"]) for baris in fakta]
    assert ["; ".join(satu.sumber_data) for satu in terbaca] == [baris["sumber_data"] for baris in fakta]
    assert ["; ".join(satu.penanggung_jawab) for satu in terbaca] == [baris["penanggung_jawab"] for baris in fakta]
    assert all(satu.rumus for satu in terbaca)


def test_a_decree_covers_its_years() -> None:
    dokumen = _dokumen("sk_iku_madiun_2025_2026.txt", JenisDokumen.IKU)
    assert (dokumen.tahun, dokumen.tahun_akhir) == (2025, 2026)


def test_every_row_of_the_cascade_is_read() -> None:
    fakta = _fakta(FAKTA_KETERKAITAN)
    dokumen = _dokumen("keterkaitan_iku_probolinggo_2023.txt", JenisDokumen.KETERKAITAN)
    kerja = [baris for baris in dokumen.anggaran if baris.tingkat is not Tingkat.PROGRAM]
    indikator = [satu for satu in dokumen.indikator if satu.tingkat in ("kegiatan", "subkegiatan")]
    assert len(fakta) == 50
    assert [(b.tingkat.value, _inti(b.nama)) for b in kerja] == [(f["tingkat"], _inti(f["nama"])) for f in fakta]
    assert [(_inti(i.program), _inti(i.nama)) for i in indikator] == [
        (_inti(f["program"]), _inti(f["indikator"])) for f in fakta
    ]
    assert [b.nilai[0].angka if b.nilai else None for b in kerja] == [
        Angka(int(f["anggaran"])) if f["anggaran"] else None for f in fakta
    ]


def test_the_cascade_has_targets_and_what_was_reached_before() -> None:
    dokumen = _dokumen("keterkaitan_iku_probolinggo_2023.txt", JenisDokumen.KETERKAITAN)
    daftar = [
        (nilai.besaran.value, nilai.tahun, nilai.angka, nilai.kategori)
        for satu in dokumen.indikator
        if satu.tingkat == "sasaran"
        for nilai in satu.nilai
    ]
    assert daftar == [
        ("target", 2023, Angka(89), None), ("capaian", 2022, Angka(809, 10), None),
        ("target", 2023, None, "Utama"), ("capaian", 2022, None, None),
        ("target", 2023, Angka(100), None), ("capaian", 2022, Angka(100), None),
        ("target", 2023, None, "Utama"), ("capaian", 2022, None, "Nindya"),
    ]  # fmt: skip


def test_every_sheet_of_individual_indicators_has_its_form() -> None:
    fakta = _fakta(FAKTA / "iki-jabatan-2023.csv")
    daftar = _dokumen("sk_iki_probolinggo_2023.txt", JenisDokumen.SK_IKI).iki
    assert len(daftar) == 28
    for satu, baris in zip(daftar, fakta, strict=True):
        jumlah = [
            len(satu.tugas),
            len(satu.fungsi),
            len(satu.uraian),
            len(dict.fromkeys(b.sasaran for b in satu.baris)),
        ]
        assert jumlah == [int(baris[kunci]) for kunci in ("tugas", "fungsi", "uraian", "sasaran")], baris["lembar"]
        assert len(satu.baris) == int(baris["indikator"])
        kata = set(re.findall(r"[a-z]{4,}", baris["jabatan"].casefold())) - {"partisipasi", "tahun"}
        assert kata <= set(re.findall(r"[a-z]{4,}", satu.jabatan.casefold())), baris["lembar"]


def test_every_row_of_the_sheets_is_read() -> None:
    fakta = _fakta(FAKTA / "iki-2023.csv")
    lembar = [f["lembar"] for f in _fakta(FAKTA / "iki-jabatan-2023.csv")]
    daftar = _dokumen("sk_iki_probolinggo_2023.txt", JenisDokumen.SK_IKI).iki
    terbaca = [(nama, baris) for nama, satu in zip(lembar, daftar, strict=True) for baris in satu.baris]
    assert len(terbaca) == len(fakta) == 179
    sel = benar = 0
    for baris, (nama, satu) in zip(fakta, terbaca, strict=True):
        assert baris["lembar"] == nama
        for kunci in ("sasaran", "indikator", "rumus", "sumber_data", "satuan", "target"):
            sel += bool(baris[kunci] or getattr(satu, kunci))
            benar += bool(baris[kunci] or getattr(satu, kunci)) and _inti(baris[kunci]) == _inti(getattr(satu, kunci))
    assert sel == 686
    assert benar >= 684  # a bulleted list under one indicator, and a formula without an indicator, are kept as printed


def test_the_matrix_of_the_renstra_has_every_year() -> None:
    dokumen = _dokumen("lkjip_probolinggo_2020.txt", JenisDokumen.RENSTRA)
    tujuan, sasaran = dokumen.indikator
    target = [Angka(71, 10), Angka(705, 100), Angka(7), Angka(695, 100), Angka(69, 10), Angka(69, 10)]
    assert (dokumen.tahun, dokumen.tahun_akhir) == (2019, 2024)
    assert (tujuan.tingkat, tujuan.tujuan) == ("tujuan", "Meningkatkan kesejahteraan sosial masyarakat")
    assert [(n.besaran.value, n.tahun, n.angka) for n in tujuan.nilai] == [
        ("target", 2019 + urut, angka) for urut, angka in enumerate(target)
    ]
    assert [(n.besaran.value, n.tahun, n.angka) for n in sasaran.nilai] == [
        ("kondisi_awal", 2018, Angka(72, 10)), *(("target", 2019 + urut, angka) for urut, angka in enumerate(target)),
    ]  # fmt: skip
    assert "frac" in sasaran.rumus


def test_the_performance_agreement_has_targets_and_money() -> None:
    dokumen = _dokumen("lkjip_probolinggo_2020.txt", JenisDokumen.PERJANJIAN)
    assert [(n.angka, n.kategori, n.tahun) for i in dokumen.indikator for n in i.nilai] == [
        (Angka(86), None, 2020), (Angka(4825, 100), None, 2020), (Angka(95), None, 2020), (None, "Madya", 2020),
    ]  # fmt: skip
    assert len(dokumen.anggaran) == 8
    assert {baris.sumber_dana for baris in dokumen.anggaran} == {"APBD"}


def test_the_documents_leave_no_table_unknown() -> None:
    for nama, jenis in (
        ("iku_probolinggo_perubahan.txt", JenisDokumen.IKU),
        ("sk_iku_madiun_2025_2026.txt", JenisDokumen.IKU),
        ("keterkaitan_iku_probolinggo_2023.txt", JenisDokumen.KETERKAITAN),
        ("sk_iki_probolinggo_2023.txt", JenisDokumen.SK_IKI),
    ):
        assert _dokumen(nama, jenis).tabel_tak_dikenal == (), nama
