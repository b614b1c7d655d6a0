"""What was read as JSON: the published fields, numbers as exact decimal texts, and a schema that guards both."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from tolok.core.angka import Angka
from tolok.core.bacaan.dokumen import (
    AnggaranTerbaca,
    BarisIki,
    BerkasTerbaca,
    Besaran,
    DokumenTerbaca,
    IkiTerbaca,
    IndikatorTerbaca,
    JenisDokumen,
    NilaiTerbaca,
    TabelTerbaca,
    Tingkat,
)
from tolok.core.bacaan.sebagai_data import to_data
from tolok.core.dokumen.sel import Letak

TANPA = {"halaman": None, "baris": None, "tabel": None, "sel": None}
TABEL = TabelTerbaca(
    indeks=0, nomor="", judul="Tabel 9", kepala=("No", "Hal"), isi=(("1", "a"),), letak=Letak(baris=7), letak_isi=()
)
DIKENAL = TabelTerbaca(
    indeks=1, nomor="", judul="IKU", kepala=("No",), isi=(), letak=Letak(), letak_isi=(), jenis="iku"
)


def make_berkas() -> BerkasTerbaca:
    nilai = NilaiTerbaca(
        Besaran.TARGET,
        "0,86",
        angka=Angka(86),
        satuan="%",
        tahun=2020,
        catatan=("pecahan", "ocr"),
        letak=Letak(halaman=3, baris=654, tabel="Tabel 3.1.1.A", sel="B2"),
    )
    rentang = NilaiTerbaca(Besaran.TARGET, "85.6-87.5", angka=Angka(856, 10), atas=Angka(875, 10), triwulan=2)
    madya = NilaiTerbaca(Besaran.REALISASI, "Madya", kategori="Madya")
    indikator = IndikatorTerbaca(
        "Persentase PMKS",
        sasaran="Meningkatnya",
        satuan="%",
        rumus="A / B",
        sumber_data=("Laporan", "DTKS"),
        penanggung_jawab=("Bidang A",),
        nilai=(nilai, rentang, madya),
    )
    pagu = NilaiTerbaca(Besaran.PAGU, "Rp 2.501.951.000", angka=Angka(2_501_951_000), tahun=2020, triwulan=1)
    anggaran = AnggaranTerbaca("Rehabilitasi Sosial", Tingkat.PROGRAM, kode="1.06.04", nilai=(pagu,))
    iki = IkiTerbaca(
        "Sekretaris", ("a",), ("b", "c"), (BarisIki("S", "I", "R", "D", target="4 berkas"),), uraian=("d",)
    )
    dokumen = DokumenTerbaca(
        JenisDokumen.LKJIP,
        judul="LKjIP 2020",
        perangkat_daerah="Dinas Sosial",
        tahun=2020,
        indikator=(indikator,),
        anggaran=(anggaran,),
        iki=(iki,),
        tabel=(TABEL, DIKENAL),
    )
    return BerkasTerbaca("x.pdf", "ab" * 32, (dokumen,), ("Halaman 3 tidak berisi teks.",))


def test_to_data_has_the_published_fields() -> None:
    berkas = to_data([make_berkas()])["berkas"][0]
    assert (berkas["berkas"], berkas["sidik"], berkas["catatan"]) == (
        "x.pdf", "ab" * 32, ["Halaman 3 tidak berisi teks."],
    )  # fmt: skip
    dokumen = berkas["dokumen"][0]
    kunci = ("jenis", "judul", "perangkat_daerah", "tahun", "tahun_akhir", "triwulan")
    assert tuple(dokumen[k] for k in kunci) == ("lkjip", "LKjIP 2020", "Dinas Sosial", 2020, None, None)
    indikator = dokumen["indikator"][0]
    assert (indikator["nama"], indikator["sasaran"], indikator["satuan"]) == ("Persentase PMKS", "Meningkatnya", "%")
    assert (indikator["rumus"], indikator["sumber_data"]) == ("A / B", ["Laporan", "DTKS"])
    assert indikator["penanggung_jawab"] == ["Bidang A"]
    assert indikator["nilai"][0] == {
        "tahun": 2020, "triwulan": None, "bulan": None, "besaran": "target", "tercetak": "0,86", "angka": "86",
        "atas": None,
        "kategori": None, "satuan": "%", "catatan": "pecahan, ocr",
        "letak": {"halaman": 3, "baris": 654, "tabel": "Tabel 3.1.1.A", "sel": "B2"},
    }  # fmt: skip
    assert (indikator["nilai"][1]["angka"], indikator["nilai"][1]["atas"]) == ("85.6", "87.5")
    assert (indikator["nilai"][2]["angka"], indikator["nilai"][2]["kategori"]) == (None, "Madya")
    assert dokumen["anggaran"] == [
        {
            "kode": "1.06.04", "nama": "Rehabilitasi Sosial", "tingkat": "program", "sumber_dana": "", "letak": TANPA,
            "nilai": [
                {
                    "tahun": 2020, "triwulan": 1, "bulan": None, "besaran": "pagu", "tercetak": "Rp 2.501.951.000",
                    "angka": "2501951000", "atas": None, "kategori": None, "satuan": "", "catatan": None,
                    "letak": TANPA,
                }
            ],
        }
    ]  # fmt: skip
    assert dokumen["iki"] == [
        {
            "jabatan": "Sekretaris", "tugas": ["a"], "fungsi": ["b", "c"], "uraian": ["d"],
            "letak": TANPA,
            "baris": [
                {
                    "sasaran": "S", "indikator": "I", "rumus": "R", "sumber_data": "D", "satuan": None,
                    "target": "4 berkas", "letak": TANPA,
                }
            ],
        }
    ]  # fmt: skip
    assert dokumen["tabel_tak_dikenal"] == [
        {"judul": "Tabel 9", "letak": TANPA | {"baris": 7}, "kepala": ["No", "Hal"], "jumlah_baris": 1}
    ]


def test_files_keep_their_order() -> None:
    assert [b["berkas"] for b in to_data([BerkasTerbaca("b", "", ()), BerkasTerbaca("a", "", ())])["berkas"]] == [
        "b", "a",
    ]  # fmt: skip


def _skema() -> Any:
    return json.loads((files("tolok.skema") / "baca.schema.json").read_text(encoding="utf-8"))


def test_the_schema_takes_what_is_printed() -> None:
    skema = _skema()
    jsonschema.Draft202012Validator.check_schema(skema)
    jsonschema.validate(json.loads(json.dumps(to_data([make_berkas()]))), skema)
    dokumen = skema["$defs"]["dokumen"]["properties"]
    assert dokumen["jenis"]["enum"] == [jenis.value for jenis in JenisDokumen]
    besaran = skema["$defs"]["indikator"]["properties"]["nilai"]["items"]["properties"]["besaran"]["enum"]
    assert besaran == [satu.value for satu in Besaran]
    assert skema["$defs"]["anggaran"]["properties"]["tingkat"]["enum"] == [satu.value for satu in Tingkat]


@pytest.mark.parametrize(
    ("jalan", "nilai"),
    [
        (("jenis",), "surat"),
        (("tahun",), "2020"),
        (("triwulan",), 5),
        (("indikator", 0, "sumber_data"), "Laporan"),
        (("indikator", 0, "nilai", 0, "angka"), 86),
        (("indikator", 0, "nilai", 0, "angka"), "86,5"),
        (("indikator", 0, "nilai", 0, "besaran"), "nilai"),
        (("anggaran", 0, "nilai", 0, "besaran"), "target"),
        (("anggaran", 0, "tingkat"), "urusan"),
        (("tabel_tak_dikenal", 0, "kepala"), "No"),
    ],
)
def test_the_schema_refuses_what_breaks_the_interface(jalan: tuple[Any, ...], nilai: object) -> None:
    isi = to_data([make_berkas()])
    simpul = isi["berkas"][0]["dokumen"][0]
    for langkah in jalan[:-1]:
        simpul = simpul[langkah]
    simpul[jalan[-1]] = nilai
    assert not jsonschema.Draft202012Validator(_skema()).is_valid(isi)
