"""Every help and every refusal of an argument is Indonesian, whole, and the same in a reference of its own."""

from __future__ import annotations

import argparse
import ast
import inspect
import re

import pytest

from tolok.cli import _TERJEMAHAN, PERINTAH, main, make_parser

PERINTAH_LENGKAP = [(), *((nama,) for nama in PERINTAH), *(("paket", satu) for satu in ("periksa", "tulis", "baru"))]
_INGGRIS = re.compile(
    r"\b(usage|options?|optional|positional|arguments?|show|this|help message|exit|version number|error|invalid|choice|"
    r"choose|from|expected|required|following|unrecognized|ambiguous|not allowed|ignored|explicit|default|value|file|"
    r"folder path|unknown|the|of|and|or|is|to|with)\b",
    re.IGNORECASE,
)
# Said only to whoever writes a parser wrongly, or by features no command uses; never to an officer.
UNTUK_PEMROGRAM = {
    ".__call__() not defined", "conflicting subparser: %s", "conflicting subparser alias: %s",
    'argument "-" with mode %r', "cannot merge actions - two groups are named %r",
    "'required' is an invalid argument for positionals", "dest= is required for options like %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "invalid conflict_resolution value: %r", "conflicting option string: %s", "conflicting option strings: %s",
    "mutually exclusive arguments must be optional", "%r is not callable", "expected %s argument",
    "expected %s arguments",
}  # fmt: skip


def test_every_message_of_argparse_is_translated() -> None:
    pesan = set()
    for simpul in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Name) and simpul.func.id in ("_", "ngettext"):
            pesan |= {isi.value for isi in simpul.args if isinstance(isi, ast.Constant) and isinstance(isi.value, str)}
    assert len(pesan) > 25
    assert pesan - set(_TERJEMAHAN) - UNTUK_PEMROGRAM == set()


def test_translations_keep_what_is_filled_in() -> None:
    for asing, indonesia in _TERJEMAHAN.items():
        isian = r"%(?:\(\w+\))?[rs]"
        assert sorted(re.findall(isian, asing)) == sorted(re.findall(isian, indonesia)), asing


@pytest.mark.parametrize("perintah", PERINTAH_LENGKAP, ids=" ".join)
def test_help_is_indonesian_with_examples(perintah: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as selesai:
        main([*perintah, "--help"])
    keluaran = capsys.readouterr()
    assert selesai.value.code == 0
    assert keluaran.err == ""
    teks = keluaran.out
    assert teks.startswith(f"pemakaian: {' '.join(('tolok', *perintah))} ")
    assert "\ncontoh:\n  tolok " in teks
    tanpa_nama = re.sub(r"--\w+|\b[\w./-]+\.(?:csv|xlsx|txt)\b", "", teks)
    assert _INGGRIS.findall(tanpa_nama) == []


@pytest.mark.parametrize(
    ("masukan", "pesan"),
    [
        (["lapor"], "tolok: PERINTAH: pilihan 'lapor' tidak ada; yang ada: "),
        (["lkjip"], "tolok lkjip: masukan ini harus diberikan: PAKET"),
        (["lkjip", "a", "b"], "tolok lkjip: masukan ini tidak dikenal: b"),
        (["lkjip", "--lain", "a"], "tolok lkjip: masukan ini tidak dikenal: --lain"),
        (["lkjip", "a", "--kel", "b"], "tolok lkjip: masukan ini tidak dikenal: --kel b"),
        (["lkjip", ""], "tolok lkjip: PAKET: alamatnya kosong; tulis nama folder atau berkas"),
        (["lkjip", "a", "--keluaran"], "tolok lkjip: --keluaran: memerlukan satu nilai"),
        (["lkjip", "a", "--keluaran", ""], "tolok lkjip: --keluaran: alamatnya kosong"),
        (["pengukuran", "a", "--triwulan", "5"], "tolok pengukuran: --triwulan: pilihan '5' tidak ada; yang ada: "),
        (["perjanjian", "a", "--sampul=ya"], "tolok perjanjian: --sampul: tidak memakai nilai, jadi 'ya' tidak"),
        (["hitung", "a", "--format", "xml"], "tolok hitung: --format: pilihan 'xml' tidak ada; yang ada: "),
        (["rumus"], "tolok rumus: salah satu harus diberikan: TEKS --dari"),
        (["rumus", "a", "--dari", "b"], "tolok rumus: --dari: tidak dapat dipakai bersama TEKS"),
        (["paket"], "tolok paket: masukan ini harus diberikan: TINDAKAN"),
        (["paket", "lihat", "a"], "tolok paket: TINDAKAN: pilihan 'lihat' tidak ada; yang ada: "),
        (["paket", "baru", "a"], "tolok paket baru: masukan ini harus diberikan: --tahun"),
        (["paket", "baru", "a", "--tahun", "dua"], "tolok paket baru: --tahun: 'dua' bukan tahun; tulis empat angka"),
        (["paket", "baru", "a", "--tahun", "٢٠٢٦"], "tolok paket baru: --tahun: '٢٠٢٦' bukan tahun"),
    ],
)
def test_wrong_arguments_are_refused_in_indonesian(
    masukan: list[str], pesan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as selesai:
        main(masukan)
    keluaran = capsys.readouterr()
    assert selesai.value.code == 2
    assert keluaran.out == ""
    assert keluaran.err.startswith("pemakaian: tolok")
    assert pesan in keluaran.err
    assert re.search(r"^Bantuan: tolok.* --help$", keluaran.err, re.M)
    assert _INGGRIS.findall(re.sub(r"--\w+", "", keluaran.err)) == []


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == make_parser().format_help()
