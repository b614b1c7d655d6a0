"""Running the rules: order, one finding per fact, and every rule known by its code."""

from __future__ import annotations

from tests.core.reviu.bangun import baris_capaian, dokumen, indikator, nilai

from tolok.core.bacaan.dokumen import BerkasTerbaca
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.daftar import BERSAMA, DAFTAR_ATURAN, SATU
from tolok.core.reviu.periksa import review


def _berkas(nama: str, *daftar: object) -> BerkasTerbaca:
    return BerkasTerbaca(nama, "", daftar)  # type: ignore[arg-type]


def test_codes_are_unique() -> None:
    assert len(DAFTAR_ATURAN) == len(SATU) + len(BERSAMA)


def test_findings_come_in_reading_order_file_by_file() -> None:
    isi = (
        indikator("Persentase A", nilai("realisasi", "120%", letak=Letak(halaman=2, baris=1))),
        indikator("Persentase B", nilai("realisasi", "130%", letak=Letak(halaman=1, baris=9))),
    )
    lain = (indikator("Persentase C", nilai("realisasi", "140%")),)
    daftar = review([_berkas("b.txt", dokumen(indikator=isi)), _berkas("a.txt", dokumen(indikator=lain))])
    assert [satu.tercetak for satu in daftar] == ["130%", "120%", "140%"]


def test_one_printed_value_is_accused_once_by_the_graver_rule() -> None:
    baris = baris_capaian("95%", "161,5%", "161,5%", nama="Persentase Penurunan Kasus", letak=Letak(baris=3, sel="B"))
    daftar = review([_berkas("x.txt", dokumen(indikator=(baris,)))])
    assert len({(satu.letak, satu.tercetak) for satu in daftar}) == len(daftar)


def test_findings_without_place_or_print_stay_apart() -> None:
    kosong = indikator("A", letak=Letak())
    lengkap = indikator("B", rumus="Jumlah B", sumber_data=("L",), penanggung_jawab=("P",), letak=Letak())
    daftar = review([_berkas("x.txt", dokumen(indikator=(kosong, lengkap), jenis="iku"))])
    assert [satu.aturan for satu in daftar] == ["indikator.kosong"] * 3
