"""The cage: the same reading in a worker process; what goes wrong in there is a refusal here."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest

from tolok.core.bacaan.blok import Berkas, Format, Paragraf, SelBlok, Tabel
from tolok.core.dokumen.sel import Letak
from tolok.ingest import kandang
from tolok.ingest.baca import read_berkas
from tolok.ingest.batas import MB, Batas, BerkasDitolak
from tolok.ingest.berkas_data import DataRusak, from_data, to_data
from tolok.ingest.kandang import read_terkurung


@pytest.fixture
def naskah(tmp_path: Path) -> Path:
    import docx

    dokumen = docx.Document()
    dokumen.add_heading("BAB I", 1)
    kisi = dokumen.add_table(2, 2)
    kisi.cell(0, 0).merge(kisi.cell(0, 1)).text = "Kepala"
    kisi.cell(1, 1).text = "86%"
    path = tmp_path / "naskah.docx"
    dokumen.save(str(path))
    return path


def test_the_cage_reads_what_the_reader_reads(naskah: Path) -> None:
    assert read_terkurung(naskah) == read_berkas(naskah)
    assert read_terkurung(naskah, nama="unggahan.docx").nama == "unggahan.docx"


def test_a_refusal_comes_out_of_the_cage_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "rusak.pdf"
    path.write_bytes(b"%PDF-1.4\nsampah")
    with pytest.raises(BerkasDitolak) as di_luar:
        read_berkas(path)
    with pytest.raises(BerkasDitolak) as di_dalam:
        read_terkurung(path)
    assert str(di_dalam.value) == str(di_luar.value)


def test_files_that_are_none_never_reach_the_cage(tmp_path: Path) -> None:
    with pytest.raises(BerkasDitolak, match="tidak ada"):
        read_terkurung(tmp_path / "tidak-ada.pdf")


def _pekerja(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kode: str) -> None:
    """Let the cage run this code instead of the reader."""
    program = tmp_path / "pekerja.py"
    program.write_text(f"#!{sys.executable}\nimport os, sys, time, signal, subprocess\n{kode}\n")
    program.chmod(0o755)
    monkeypatch.setattr(kandang.sys, "executable", str(program))


@pytest.mark.parametrize(
    ("kode", "pesan"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "terhenti"),
        ("sys.exit(1)", "terhenti"),
        ("print('bukan json')", "terhenti"),
        ("print('[1]')", "terhenti"),
        ("print('{}')", "terhenti"),
        ("print('[' * 100000)", "terhenti"),
        ('print(\'{"berkas": {"format": "exe"}}\')', "terhenti"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "lebih dari 1 detik"),
        ("time.sleep(60)", "lebih dari 1 detik"),
        ("os.close(1); os.close(2); time.sleep(60)", "lebih dari 1 detik"),
    ],
)
def test_whatever_happens_in_the_cage_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, naskah: Path, kode: str, pesan: str
) -> None:
    _pekerja(monkeypatch, tmp_path, kode)
    monkeypatch.setattr(kandang, "_PAMIT", 1)
    with pytest.raises(BerkasDitolak, match=pesan):
        read_terkurung(naskah, batas=Batas(detik_dinding=1))


def test_a_flood_of_answers_is_cut_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, naskah: Path) -> None:
    _pekerja(monkeypatch, tmp_path, "while True: sys.stdout.write('x' * 65536)")
    monkeypatch.setattr(kandang, "_JAWABAN_TERBESAR", MB)
    with pytest.raises(BerkasDitolak, match="isinya terlalu banyak"):
        read_terkurung(naskah)


def test_what_the_worker_started_ends_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, naskah: Path) -> None:
    tanda = tmp_path / "masih-hidup"
    _pekerja(
        monkeypatch,
        tmp_path,
        f"subprocess.Popen([{sys.executable!r}, '-c', 'import time; time.sleep(2); open({str(tanda)!r}, \"w\")'])",
    )
    with pytest.raises(BerkasDitolak):
        read_terkurung(naskah, batas=Batas(detik_dinding=1))
    time.sleep(2.5)
    assert not tanda.exists()


def test_memory_and_processor_time_are_limited(naskah: Path, tmp_path: Path) -> None:
    with pytest.raises(BerkasDitolak, match=r"memori|terhenti"):
        read_terkurung(naskah, batas=Batas(memori=40 * MB))
    besar = tmp_path / "besar.docx"
    besar.write_bytes(_docx_besar())
    with pytest.raises(BerkasDitolak, match="lebih dari 1 detik"):
        read_terkurung(besar, batas=Batas(detik_cpu=1))


def _docx_besar() -> bytes:
    import io
    import zipfile

    ruang = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    baris = "<w:tr>" + "<w:tc><w:p><w:r><w:t>86%</w:t></w:r></w:p></w:tc>" * 10 + "</w:tr>"
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_STORED) as arsip:
        isi = f"<w:document {ruang}><w:body><w:tbl>{baris * 40_000}</w:tbl></w:body></w:document>"
        arsip.writestr("word/document.xml", isi)
    return hasil.getvalue()


_BERKAS = Berkas(
    "x", Format.PDF, "0" * 64,
    (
        Paragraf("Judul", Letak(1, 2, None, None), 1, True),
        Tabel(((SelBlok("a", Letak(1, 3, "t", "A1"), 1, 2), None), (SelBlok("b"), SelBlok("c"))), Letak(1, 3), "T", 1),
    ),
    4, ("catatan",),
)  # fmt: skip


def test_blocks_come_back_from_plain_data_as_they_were() -> None:
    assert from_data(json.loads(json.dumps(to_data(_BERKAS))), nama="x", sidik="0" * 64) == _BERKAS


@pytest.mark.parametrize(
    ("kunci", "nilai"),
    [
        ("format", "exe"), ("format", 1), ("blok", None), ("blok", [["z"]]),
        ("blok", [["p", 1, [0, 0, "", ""], 0, False]]),
        ("blok", [["p", "a", [None, None, None], 0, False]]), ("blok", [["p", "a", [None] * 4, True, False]]),
        ("blok", [["p", "a", [None] * 4, -1, False]]), ("blok", [["p", "a", [None] * 4, 2**40, False]]),
        ("blok", [["t", [[None], [None, None]], [None] * 4, "", 0]]), ("blok", [["t", [[["a"]]], [None] * 4, "", 0]]),
        ("blok", [["t", [[["a", [None] * 4, 0, 1, False]]], [None] * 4, "", 0]]),
        ("blok", [["t", ["a"], [None] * 4, "", 0]]),
        ("jumlah_halaman", "4"), ("catatan", [1]), ("catatan", "x"),
    ],
)  # fmt: skip
def test_data_of_another_shape_is_not_believed(kunci: str, nilai: object) -> None:
    with pytest.raises(DataRusak):
        from_data(to_data(_BERKAS) | {kunci: nilai}, nama="x", sidik="")
    with pytest.raises(DataRusak):
        from_data([], nama="x", sidik="")
