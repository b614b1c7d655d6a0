"""The documents promise nothing that is not so: commands run as shown, links lead somewhere, names exist."""

from __future__ import annotations

import importlib
import inspect
import io
import re
import shlex
import sys
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
import typst
import xlsxwriter

from acuan_perintah import format_acuan
from tolok.cli import PERINTAH, main
from tolok.cli.contoh_perintah import CONTOH

AKAR = Path(__file__).parents[1]
DAFTAR_DOKUMEN = (AKAR / "README.md", *sorted((AKAR / "docs").rglob("*.md")))
PANDUAN = AKAR / "docs" / "panduan" / "mulai.md"
_BLOK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
_TAUTAN = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_NAMA = re.compile(r"`((?:tolok\.)?(?:core|paket|render|cli)(?:\.\w+)+|[A-Z]\w+(?:\.\w+)+)`")


class Jalan(NamedTuple):
    """What one command did: its exit code and everything it printed."""

    kode: int
    teks: str


@pytest.fixture
def tempat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def _jalankan(baris: str, monkeypatch: pytest.MonkeyPatch) -> Jalan:
    layar = io.StringIO()
    nama, *masukan = shlex.split(baris)
    assert nama == "tolok"
    with monkeypatch.context() as ganti:
        ganti.setattr(sys, "stdout", layar)
        ganti.setattr(sys, "stderr", layar)
        kode = main(masukan)
    return Jalan(kode, layar.getvalue())


def _potong_perintah(isi: str) -> list[tuple[str, list[str]]]:
    """Return the commands of a console block, each with the lines shown under it."""
    daftar: list[tuple[str, list[str]]] = []
    for baris in isi.splitlines():
        if baris.startswith("$ "):
            daftar.append((baris[2:], []))
        else:
            daftar[-1][1].append(baris)
    return daftar


def _cocok(tertulis: list[str], tercetak: str) -> bool:
    """Whether the shown lines are what was printed; a line ``…`` stands for any lines."""
    pola = "".join(r"(?:.*\n)*" if baris == "…" else re.escape(baris) + r"[ ]*\n" for baris in tertulis)
    return re.fullmatch(pola, tercetak) is not None


def _tulis(jalur: Path, isi: str) -> None:
    jalur.parent.mkdir(exist_ok=True)
    if jalur.suffix != ".toml":
        jalur.write_text(isi, encoding="utf-8")
        return
    teks = jalur.read_text(encoding="utf-8")
    for baris in isi.splitlines():
        kunci = baris.partition(" = ")[0]
        teks, jumlah = re.subn(rf"^{kunci} = ISIAN$".replace("ISIAN", '"ISI:.*"'), baris, teks, count=1, flags=re.M)
        assert jumlah == 1, baris
    jalur.write_text(teks, encoding="utf-8")


def test_the_guide_for_beginners_works_as_written(tempat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of the guide is written, every command is run, and prints what the guide shows."""
    kembali: dict[Path, str] = {}
    banyak = 0
    for tanda, isi in _BLOK.findall(PANDUAN.read_text(encoding="utf-8")):
        _, *nama = tanda.split()
        if nama:
            jalur = tempat / "dinas-saya" / nama[-1]
            if nama[0] == "salah":
                kembali[jalur] = jalur.read_text(encoding="utf-8")
            _tulis(jalur, isi)
        elif tanda == "console":
            for perintah, tertulis in _potong_perintah(isi):
                jalan = _jalankan(perintah, monkeypatch)
                banyak += 1
                assert jalan.kode == (1 if kembali else 0), jalan.teks
                assert _cocok(tertulis, jalan.teks), f"{perintah}\n{jalan.teks}"
            for jalur, semula in kembali.items():
                jalur.write_text(semula, encoding="utf-8")
            kembali.clear()
    assert banyak >= 15


def test_every_example_of_the_help_runs(tempat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _jalankan("tolok paket baru dinas-saya --tahun 2026", monkeypatch)
    _jalankan("tolok paket tulis dinas-saya dinas-saya.xlsx", monkeypatch)
    (tempat / "daftar-rumus.txt").write_text("Jumlah A / Jumlah B\n", encoding="utf-8")
    _write_terbitan(tempat)
    daftar = dict.fromkeys(baris for contoh in CONTOH.values() for baris in contoh)
    assert {baris.split()[1] for baris in daftar} == set(PERINTAH)
    for baris in daftar:
        if is_berbasis_data(baris.split()[1]) or " --instansi " in baris or "--bandingkan" in baris:
            continue  # tests/web/test_perintah.py
        is_baca = baris.split()[1] in ("baca", "reviu", "kertas-kerja")
        murah = re.sub(r"docx,pdf|docx|pdf|xlsx$", "html", baris) if "--format" in baris and not is_baca else baris
        is_lain = is_baca or baris.split()[1] in ("demo", "paket", "rumus", "hitung")
        if not is_lain and "--format" not in baris:
            murah = f"{baris} --format html"
        if baris.split()[1] != "demo":
            jalan = _jalankan(murah, monkeypatch)
            assert jalan.kode == 0, f"{murah}\n{jalan.teks}"


def _write_terbitan(tempat: Path) -> None:
    """Write the published files that the examples of ``tolok baca``, ``reviu`` and ``kertas-kerja`` name."""
    docx.Document().save(str(tempat / "renstra.docx"))
    with xlsxwriter.Workbook(str(tempat / "perjanjian.xlsx")) as buku:
        buku.add_worksheet().write_row(0, 0, ("No", "Sasaran", "Indikator Kinerja", "Target"))
    (tempat / "lkjip.typ").write_text("LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2025", encoding="utf-8")
    typst.compile(str(tempat / "lkjip.typ"), output=str(tempat / "lkjip-2025.pdf"))


def is_berbasis_data(perintah: str) -> bool:
    """Whether a command works on the database of the site."""
    modul = importlib.import_module(f"tolok.cli.{perintah.replace('-', '_')}")
    return "tolok.cli.basis_data" in inspect.getsource(modul)


def test_commands_of_the_readme_run(tempat: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    daftar = []
    for tanda, isi in _BLOK.findall((AKAR / "README.md").read_text(encoding="utf-8")):
        if tanda == "console":
            daftar += [re.sub(r"\s+#.*", "", perintah) for perintah, _ in _potong_perintah(isi)]
    daftar = [perintah for perintah in daftar if not perintah.startswith("export ")]
    daftar_tolok = [perintah.removeprefix(".venv/bin/") for perintah in daftar if "tolok " in perintah]
    daftar_make = [perintah.split()[1] for perintah in daftar if perintah.startswith("make ")]
    assert len(daftar_tolok) + len(daftar_make) == len(daftar)
    assert len(daftar_tolok) >= 7
    for perintah in daftar_tolok:
        if is_berbasis_data(perintah.split()[1]):
            continue  # tests/web
        jalan = _jalankan(perintah, monkeypatch)
        assert jalan.kode == 0, f"{perintah}\n{jalan.teks}"
    makefile = (AKAR / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{nama}:", makefile, re.M) for nama in daftar_make)


def test_the_reference_of_commands_is_the_help_itself() -> None:
    assert (AKAR / "docs" / "perintah.md").read_text(encoding="utf-8") == format_acuan(), "jalankan: make acuan"


@pytest.mark.parametrize("dokumen", DAFTAR_DOKUMEN, ids=lambda jalur: str(jalur.relative_to(AKAR)))
def test_links_lead_to_files_and_headings(dokumen: Path) -> None:
    for tautan in _TAUTAN.findall(_BLOK.sub("", dokumen.read_text(encoding="utf-8"))):
        if tautan.startswith(("https://", "http://", "mailto:")):
            continue
        alamat, _, jangkar = tautan.partition("#")
        tujuan = (dokumen.parent / alamat).resolve() if alamat else dokumen
        assert tujuan.exists(), tautan
        assert tujuan.is_relative_to(AKAR), tautan
        if jangkar:
            daftar = re.findall(r"^#+ (.*)$", tujuan.read_text(encoding="utf-8"), re.M)
            assert jangkar in {re.sub(r"[^\w\- ]", "", judul.lower()).replace(" ", "-") for judul in daftar}, tautan


@pytest.mark.parametrize("nama", ["istilah.md", "pengembang/arsitektur.md"])
def test_names_of_code_in_documents_exist(nama: str) -> None:
    daftar = set(_NAMA.findall((AKAR / "docs" / nama).read_text(encoding="utf-8")))
    assert daftar or nama != "istilah.md"
    for satu in sorted(daftar):
        assert _ada(satu), f"{nama}: {satu}"


def test_places_of_code_in_the_architecture_exist() -> None:
    teks = (AKAR / "docs" / "pengembang" / "arsitektur.md").read_text(encoding="utf-8").partition("## The way of")[0]
    daftar = re.findall(r"`((?:[\w.-]+/)+[\w.*-]*)`", teks)
    assert len(daftar) > 20
    for jalur in daftar:
        assert list((AKAR / "src" / "tolok").glob(jalur.rstrip("/"))), jalur


def test_every_decision_has_its_three_parts() -> None:
    daftar = sorted((AKAR / "docs" / "keputusan").glob("*.md"))
    assert [int(jalur.name[:4]) for jalur in daftar] == list(range(1, len(daftar) + 1))
    for jalur in daftar:
        teks = jalur.read_text(encoding="utf-8")
        assert teks.startswith(f"# {jalur.name[:4]} · ")
        assert all(f"**{bagian}.**" in teks for bagian in ("Context", "Choice", "Rejected")), jalur.name


def _ada(nama: str) -> bool:
    """Whether a dotted name resolves, as a module or inside one; a bare class is looked for in all of core."""
    if nama[0].isupper():
        kelas, *sisa = nama.split(".")
        inti = AKAR / "src/tolok/core"
        daftar = (*inti.glob("*.py"), *inti.glob("hasil/*.py"))
        modul = (
            importlib.import_module(".".join(("tolok.core", *jalur.relative_to(inti).with_suffix("").parts)))
            for jalur in daftar
        )
        return any(hasattr(satu, kelas) and _punya(getattr(satu, kelas), sisa) for satu in modul)
    bagian = nama.removeprefix("tolok.").split(".")
    for batas in range(len(bagian), 0, -1):
        try:
            modul_ini = importlib.import_module(".".join(("tolok", *bagian[:batas])))
        except ModuleNotFoundError:
            continue
        return _punya(modul_ini, bagian[batas:])
    return False


def _punya(benda: object, sisa: list[str]) -> bool:
    for nama in sisa:
        if not hasattr(benda, nama) and nama not in getattr(benda, "__annotations__", {}):
            return False
        benda = getattr(benda, nama, None)
    return True
