"""The command ``tolok reviu``: exit codes, rules by name, findings accepted with a reason, and our own documents."""

from __future__ import annotations

import json
import os
import re
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tolok.cli import main

SALAH = """\
# LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2025

DINAS PERHUBUNGAN KOTA CONTOH

Tabel 3.1 Realisasi Anggaran Tahun 2025

| No | Program | Pagu Anggaran | Realisasi | % |
|---|---|---|---|---|
| 1 | Program Pelayanan Angkutan | 200.000.000 | 150.000.000 | 57,00% |
| 2 | Program Keselamatan Jalan | 100.000.000 | 90.000.000 | 90,00% |
|  | Jumlah | 300.000.000 | 240.000.000 | 80,00% |
"""
BENAR = SALAH.replace("57,00%", "75,00%")


@pytest.fixture
def salah(tmp_path: Path) -> Path:
    berkas = tmp_path / "lkjip [1].md"
    berkas.write_text(SALAH, encoding="utf-8")
    return berkas


def _reviu(capsys: pytest.CaptureFixture[str], *masukan: str, kode: int) -> dict[str, Any]:
    assert main(["reviu", *masukan, "--format", "json"]) == kode
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    jsonschema.validate(data, json.loads((files("tolok.skema") / "reviu.schema.json").read_text(encoding="utf-8")))
    return data


def test_a_wrong_percentage_is_quoted_with_its_place_and_what_follows(
    salah: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["reviu", str(salah)]) == 1
    keluar = capsys.readouterr().out
    for isi in ("Ketidaksesuaian (1)", "baris 9", "“57,00%” → 75,00%", "pasti · anggaran.persen", "1 ketidaksesuaian"):
        assert isi in keluar, isi


def test_a_right_document_is_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    benar = tmp_path / "benar.md"
    benar.write_text(BENAR, encoding="utf-8")
    assert _reviu(capsys, str(benar), kode=0)["temuan"] == []


def test_rules_are_chosen_by_name(salah: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _reviu(capsys, str(salah), "--pilih", "skala.celah", kode=0)["temuan"] == []
    assert _reviu(capsys, str(salah), "--abaikan", "anggaran.persen", kode=0)["temuan"] == []
    assert main(["reviu", str(salah), "--pilih", "anggaran.persn"]) == 2
    assert "anggaran.persen" in capsys.readouterr().err


def test_a_finding_accepted_with_a_reason_is_told_no_more(
    salah: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    daftar = tmp_path / "diterima.toml"
    assert main(["reviu", str(salah), "--tulis-diterima", str(daftar)]) == 1
    assert main(["reviu", str(salah), "--diterima", str(daftar)]) == 2
    assert "belum diberi alasan" in capsys.readouterr().err
    daftar.write_text(daftar.read_text("utf-8").replace('alasan = ""', 'alasan = "Kas daerah."'), "utf-8")
    data = _reviu(capsys, str(salah), "--diterima", str(daftar), kode=0)
    assert data["temuan"] == []
    assert [satu["alasan"] for satu in data["diterima"]] == ["Kas daerah."]
    assert main(["reviu", str(salah), "--tulis-diterima", str(daftar)]) == 2
    assert "sudah ada" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("[[diterima", "bukan TOML"),
        ("[[diterima]]\nalasan = 'x'\n", "tidak menyebut temuan"),
        (None, "tidak dapat dibaca"),
    ],
)
def test_a_faulty_list_of_accepted_findings_is_refused(
    salah: Path, tmp_path: Path, isi: str | None, kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    daftar = tmp_path / "diterima.toml"
    if isi is not None:
        daftar.write_text(isi, "utf-8")
    assert main(["reviu", str(salah), "--diterima", str(daftar)]) == 2
    assert kata in capsys.readouterr().err


def test_a_list_that_cannot_be_written_is_refused(
    salah: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reviu", str(salah), "--tulis-diterima", str(tmp_path / "tiada" / "x.toml")]) == 2
    assert "tidak dapat ditulis" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reviu", str(tmp_path / "tiada.pdf")]) == 2
    assert "tiada.pdf" in capsys.readouterr().err


@pytest.mark.parametrize("bentuk", ["docx", "pdf", "xlsx"])
def test_our_own_report_has_no_fault(bentuk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contoh = str(files("tolok.contoh") / "probolinggo-2020")
    assert main(["lkjip", contoh, "--format", bentuk, "--keluaran", str(tmp_path)]) == 0
    capsys.readouterr()
    (berkas,) = tmp_path.glob(f"*.{bentuk}")
    data = _reviu(capsys, str(berkas), kode=0)
    assert len(data["dokumen"]) >= 6
    assert {satu["tingkat"] for satu in data["temuan"]} <= {"peringatan", "saran"}


@pytest.mark.parametrize("bentuk", ["docx", "pdf", "xlsx"])
def test_a_digit_in_the_narrative_of_a_draft_that_contradicts_its_table(
    bentuk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    konsep = tmp_path / "konsep"
    shutil.copytree(str(files("tolok.contoh") / "probolinggo-2020"), konsep)
    narasi = konsep / "narasi" / "kesimpulan.md"
    nama = "Persentase Penyandang Masalah Kesejahteraan Sosial (PMKS) yang terpenuhi kebutuhan dasarnya"
    for tertulis, jumlah in (("{realisasi:pmks}", 0), ("75,32%", 1)):
        narasi.write_text(f"{nama} mencapai {tertulis} pada 2020.", encoding="utf-8")
        assert main(["lkjip", str(konsep), "--format", bentuk, "--keluaran", str(tmp_path / "keluaran")]) == 0
        capsys.readouterr()
        (berkas,) = (tmp_path / "keluaran").glob(f"*.{bentuk}")
        temuan = _reviu(capsys, str(berkas), kode=jumlah)["temuan"]
        galat = [satu for satu in temuan if satu["tingkat"] == "galat"]
        assert [(satu["aturan"], satu["tercetak"]) for satu in galat] == [("teks.indikator", tertulis)] * jumlah
        berkas.unlink()


@pytest.mark.dokumen_nyata
@pytest.mark.skipif("TOLOK_DOKUMEN_NYATA" not in os.environ, reason="TOLOK_DOKUMEN_NYATA tidak ada")
def test_the_published_report_of_2020(capsys: pytest.CaptureFixture[str]) -> None:
    berkas = Path(os.environ["TOLOK_DOKUMEN_NYATA"]) / "lkjip_probolinggo_2020.txt"
    data = _reviu(capsys, str(berkas), kode=1)
    temuan = {(satu["aturan"], satu["letak"]["baris"]): satu for satu in data["temuan"]}
    program_tujuh = temuan["anggaran.subtotal", 1251]
    assert (program_tujuh["tercetak"], program_tujuh["seharusnya"]) == ("Rp 7.387.500", "Rp 129.814.800")
    assert "3.057.589.710" in program_tujuh["pesan"]
    assert (temuan["kemajuan.hitungan", 669]["tercetak"], temuan["kemajuan.hitungan", 669]["seharusnya"]) == (
        "215%",
        "123%",
    )
    assert temuan["anggaran.persen", 899]["seharusnya"] == "93,09%"
    for kunci in (
        ("skala.celah", 624), ("skala.tumpang", 626), ("skala.tingkatan", 1091), ("realisasi.tetap", 1076),
        ("narasi.arah", 870), ("nilai.mustahil", 810), ("masa.periode_usang", 641), ("masa.triwulan", 1102),
        ("teks.rata_rata", 107), ("anggaran.realisasi_berbeda", 578), ("rumus.penyebut_sama", 1087),
    ):  # fmt: skip
        assert kunci in temuan, kunci
    (tanpa_pemenang,) = [t for t in data["temuan"] if re.search("92% dan 70,31%", t["pesan"])]
    assert tanpa_pemenang["seharusnya"] is None
    total = temuan["teks.total_anggaran", 107]
    assert (total["keyakinan"], total["seharusnya"]) == ("perlu_dinilai", None)
    salah_persen = [t for t in data["temuan"] if t["aturan"] == "anggaran.persen"]
    assert len(salah_persen) <= 4  # 122 of the 126 printed percentages are right
    assert not [t for t in data["temuan"] if t["aturan"] in ("anggaran.realisasi_turun", "teks.banyak_program")]
    assert len([t for t in data["temuan"] if t["tingkat"] == "galat"]) <= 12
