"""``tolok impor``: the preview as text and JSON, the confirmation, and what is stored."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest
from tests.web.dunia import INSTANSI, muat_contoh
from tests.web.impor.bantu import PDF, bacaan_campur, tersimpan

from tolok.cli import main
from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.web.audit.models import Catatan
from tolok.web.impor.models import BerkasBacaan, StatusBacaan

SKEMA = json.loads((files("tolok.skema") / "impor.schema.json").read_text(encoding="utf-8"))


class Jalan(NamedTuple):
    """What one command did."""

    kode: int
    keluaran: str
    galat: str


@pytest.fixture
def impor(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Jalan]:
    """Run the command on a PDF whose reading is given."""
    muat_contoh()
    (tmp_path / "laporan.pdf").write_bytes(PDF)

    def jalankan(*masukan: str, jawaban: str = "", terbaca: BerkasTerbaca | None = None) -> Jalan:
        monkeypatch.setenv("COLUMNS", "200")
        monkeypatch.setattr(sys, "stdin", io.StringIO(jawaban))
        monkeypatch.setattr("tolok.ingest.pengenal.recognise", lambda _: terbaca or bacaan_campur())
        tempat = ("--instansi", INSTANSI, "--tahun", "2020")
        kode = main(["impor", str(tmp_path / "laporan.pdf"), *tempat, *masukan])
        keluaran = capsys.readouterr()
        return Jalan(kode, keluaran.out, keluaran.err)

    return jalankan


def test_the_preview_names_differences_first_and_asks(impor: Callable[..., Jalan]) -> None:
    sebelum = tersimpan()
    jalan = impor(jawaban="tidak\n")
    assert jalan.kode == 1
    teks = jalan.keluaran
    assert teks.index("Berbeda dari yang tersimpan") < teks.index("Baru") < teks.index("Perlu dipastikan")
    assert "86%" in teks
    assert "Belum dipadankan: Prosentase PMKS" in teks
    assert "Yang akan disimpan: 1 nilai." in teks
    assert "Tidak disimpan; tidak ada yang berubah." in teks
    assert tersimpan() == sebelum


def test_agreed_to_it_is_stored_with_its_file(impor: Callable[..., Jalan]) -> None:
    jalan = impor(jawaban="ya\n")
    assert jalan.kode == 0
    catatan = Catatan.objects.get(perbuatan="impor.disimpan")
    assert f"Disimpan sebagai catatan riwayat nomor {catatan.nomor}." in jalan.keluaran
    assert tersimpan().daftar_nilai_tercatat[-1].periode.tahun == 2017
    baris = BerkasBacaan.objects.get()
    assert (baris.status, baris.kelas_bukti, baris.catatan_riwayat) == (StatusBacaan.DISIMPAN, "terbatas", catatan)


def test_json_asks_nothing_and_fits_the_schema(impor: Callable[..., Jalan]) -> None:
    jalan = impor("--format", "json")
    isi = json.loads(jalan.keluaran)
    jsonschema.validate(isi, SKEMA)
    assert (jalan.kode, isi["disimpan"], isi["ditolak"]) == (0, False, False)
    assert {satu["kunci"]: satu["status"] for satu in isi["nilai"]} == {
        "0.i0.0": "beda", "0.i0.1": "baru", "0.i1.0": "baru", "0.i2.0": "baru", "0.a0.0": "sama", "0.a0.1": "beda",
    }  # fmt: skip
    isi = json.loads(impor("--format", "json", "--ya").keluaran)
    jsonschema.validate(isi, SKEMA)
    assert isi["disimpan"]
    assert isi["nomor_riwayat"] == Catatan.objects.get(perbuatan="impor.disimpan").nomor


def test_decisions_come_from_a_file_as_the_preview_prints_them(impor: Callable[..., Jalan], tmp_path: Path) -> None:
    putusan = tmp_path / "putusan.json"
    putusan.write_text(json.dumps({"nilai": {"0.i1.0": "91%"}, "ikut": {"0.i0.1": False, "0.a0.1": True}}))
    jalan = impor("--keputusan", str(putusan), "--format", "json")
    isi = json.loads(jalan.keluaran)
    assert [satu["kunci"] for satu in isi["nilai"] if satu["ikut"]] == ["0.i1.0", "0.a0.1"]
    putusan.write_text(json.dumps(isi["keputusan"]))
    assert json.loads(impor("--keputusan", str(putusan), "--format", "json").keluaran) == isi


def test_every_difference_is_taken_if_asked_for_and_a_refusal_names_the_cell(
    impor: Callable[..., Jalan], tmp_path: Path
) -> None:
    isi = json.loads(impor("--semua-berbeda", "--format", "json").keluaran)
    assert [satu["kunci"] for satu in isi["nilai"] if satu["ikut"]] == ["0.i0.0", "0.i0.1", "0.a0.1"]
    sebelum = tersimpan()
    kacau = bacaan_campur()
    satu = kacau.dokumen[0]
    ganda = replace(kacau, dokumen=(replace(satu, indikator=(satu.indikator[0], _ganda(satu.indikator[0]))),))
    putusan = {"ikut": {"0.i0.1": True, "0.i1.1": True}}
    berkas = tmp_path / "putusan.json"
    berkas.write_text(json.dumps(putusan))
    jalan = impor("--ya", "--keputusan", str(berkas), terbaca=ganda)
    assert jalan.kode == 1
    assert "Ditolak seluruhnya; tidak ada yang berubah." in jalan.keluaran
    assert "di tempat yang sama" in jalan.keluaran
    assert tersimpan() == sebelum


def _ganda(indikator):  # type: ignore[no-untyped-def]
    """Return the row once more, with another realisasi."""
    target, realisasi = indikator.nilai
    return replace(indikator, nilai=(target, replace(realisasi, tercetak="92%", angka=realisasi.angka + 1)))


def test_nobody_to_ask_or_nothing_to_read_stores_nothing(impor: Callable[..., Jalan], tmp_path: Path) -> None:
    jalan = impor()
    assert (jalan.kode, "tambahkan --ya" in " ".join(jalan.galat.split())) == (2, True)
    (tmp_path / "laporan.pdf").write_bytes(b"%PDF-1.4 rusak")
    assert impor("--ya").kode == 2
    (tmp_path / "laporan.pdf").unlink()
    assert impor("--ya").kode == 2
    putusan = tmp_path / "putusan.json"
    putusan.write_text("[]")
    (tmp_path / "laporan.pdf").write_bytes(PDF)
    assert "satu objek JSON" in " ".join(impor("--keputusan", str(putusan)).galat.split())
    assert not Catatan.objects.filter(perbuatan="impor.disimpan").exists()
