"""The demo: the main job on the example year, with the numbers everybody asks for first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tolok.cli import demo as perintah_demo
from tolok.cli import main
from tolok.cli.layar import Layar
from tolok.render.daftar_dokumen import JenisDokumen

BERKAS = {
    "keterkaitan-iku-2023",
    "lkjip-2020",
    "matriks-renstra-2019-2024",
    "pengukuran-kinerja-2020",
    "perjanjian-kinerja-2020",
    "realisasi-anggaran-2020",
}


def test_demo_writes_every_document_and_says_what_it_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--keluaran", str(tmp_path), "--format", "pdf"]) == 0
    assert {jalur.stem for jalur in tmp_path.iterdir()} == BERKAS
    keluaran = capsys.readouterr()
    for isi in (
        "92,16% (2 dari 4 indikator)",
        "hanya 50% indikator yang terukur",
        "Rp\u00a03.057.589.710",
        "45,83% dari Pagu Triwulan I (Rp\u00a06.671.923.749)",
        "89,74% dari Pagu setelah refocusing",
        "86,58% dari Pagu perubahan (Rp\u00a03.531.680.129)",
        "tolok paket baru FOLDER",
        f"6 berkas ditulis ke {tmp_path}",
    ):
        assert isi in keluaran.out
    assert keluaran.err.splitlines()[0] == "Menyusun LKjIP 2020 …"


def test_fault_of_one_document_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(hasil: object, rujukan: str) -> None:
        raise ValueError("Edisi pagu belum ada.")

    jenis = JenisDokumen("uji", gagal, lambda data: ("",), lambda data, rujukan: "Dokumen Uji")  # type: ignore[arg-type]
    pekerjaan = perintah_demo.Pekerjaan(perintah_demo.CONTOH, jenis)
    monkeypatch.setattr(perintah_demo, "list_pekerjaan", lambda: (pekerjaan,))
    assert main(["demo", "--keluaran", str(tmp_path)]) == 2
    assert "Dokumen Uji: Edisi pagu belum ada." in capsys.readouterr().err


def test_progress_bar_is_for_a_terminal_only() -> None:
    layar = Layar()
    layar.pesan = type(layar.pesan)(force_terminal=True, record=True, width=80)
    with perintah_demo._kemajuan(layar, 2) as maju:
        maju("Satu")
        maju("Dua")
    assert "Dua" in layar.pesan.export_text()
