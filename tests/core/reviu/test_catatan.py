"""The catatan reviu as values: files, groups by level, places in words, accepted findings, and what was not run."""

from __future__ import annotations

from datetime import date

from tests.core.reviu.bangun import baris_capaian, dokumen

from tolok.core.bacaan.dokumen import BerkasTerbaca, DokumenTerbaca, JenisDokumen
from tolok.core.bacaan.sebutan import format_masa
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.catatan import susun_catatan_reviu
from tolok.core.reviu.daftar import DAFTAR_ATURAN
from tolok.core.reviu.periksa import review
from tolok.core.reviu.sebutan import format_daftar_tempat, format_jumlah, format_tempat
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan
from tolok.core.reviu.terima import TemuanDiterima, make_sidik


def _berkas(nama: str = "lkjip.pdf") -> BerkasTerbaca:
    satu = baris_capaian("86%", "92%", "117%", baris=4)
    return BerkasTerbaca(nama, "ab12", (dokumen(indikator=(satu,), judul="Laporan\n Kinerja"),), ("Halaman 3 kosong.",))


def _temuan(aturan: str, tingkat: TingkatTemuan, berkas: str = "lkjip.pdf", baris: int = 1) -> Temuan:
    return Temuan(
        aturan=aturan,
        tingkat=tingkat,
        keyakinan=Keyakinan.MUNGKIN,
        letak=LetakTemuan(berkas, Letak(halaman=2, baris=baris)),
        pesan="Pesan.",
        letak_lain=(LetakTemuan(berkas, Letak(baris=7), 9), LetakTemuan("c.pdf", Letak(halaman=1))),
    )


def test_a_review_is_set_down_with_its_files_and_findings() -> None:
    berkas = _berkas()
    catatan = susun_catatan_reviu([berkas], review([berkas]), tanggal=date(2026, 2, 3))
    (satu,) = catatan.daftar_berkas
    assert (satu.nama, satu.sidik, satu.catatan) == ("lkjip.pdf", "ab12", ("Halaman 3 kosong.",))
    (isi,) = satu.daftar_dokumen
    assert (isi.jenis, isi.judul, isi.masa) == ("LKjIP", "Laporan Kinerja", "2020")
    (butir,) = catatan.daftar_butir
    assert (butir.nomor, butir.letak, butir.alasan) == (1, "baris 4, sel capaian", "")
    assert (butir.temuan.tercetak, butir.temuan.seharusnya) == ("117%", "107%")
    assert butir.aturan is DAFTAR_ATURAN["capaian.hitungan"]
    assert butir.sidik == make_sidik(butir.temuan)
    assert (catatan.tahun, catatan.tanggal) == (2020, date(2026, 2, 3))
    assert (catatan.banyak_aturan, catatan.aturan_dilewati) == (len(DAFTAR_ATURAN), ())


def test_findings_are_grouped_by_level_and_numbered_through() -> None:
    daftar = (
        _temuan("skala.celah", TingkatTemuan.SARAN, "a.pdf"),
        _temuan("capaian.arah", TingkatTemuan.GALAT, "a.pdf", 5),
        _temuan("capaian.hitungan", TingkatTemuan.GALAT, "b.pdf"),
    )
    diterima = (TemuanDiterima(_temuan("masa.periode_usang", TingkatTemuan.PERINGATAN, "b.pdf"), "Kutipan."),)
    catatan = susun_catatan_reviu([_berkas("a.pdf"), _berkas("b.pdf")], daftar, diterima)
    assert [(satu.sebutan, [butir.nomor for butir in satu.daftar_butir]) for satu in catatan.daftar_kelompok] == [
        ("Ketidaksesuaian", [1, 2]),
        ("Peringatan", []),
        ("Saran", [3]),
    ]
    assert [butir.letak for butir in catatan.daftar_butir] == [
        "a.pdf: hal. 2, baris 5",
        "b.pdf: hal. 2, baris 1",
        "a.pdf: hal. 2, baris 1",
    ]
    assert catatan.daftar_butir[0].letak_lain == ("baris 7-9", "c.pdf: hal. 1")
    (satu,) = catatan.daftar_diterima
    assert (satu.nomor, satu.alasan) == (4, "Kutipan.")


def test_rules_that_did_not_run_are_named() -> None:
    semua = frozenset(DAFTAR_ATURAN)
    catatan = susun_catatan_reviu([], [], pilih=semua - {"skala.celah"})
    assert catatan.banyak_aturan == len(semua) - 1
    assert [aturan.kode for aturan in catatan.aturan_dilewati] == ["skala.celah"]
    assert (catatan.tahun, catatan.daftar_butir) == (None, ())


def test_words_for_places_periods_and_counts() -> None:
    assert format_tempat(LetakTemuan("a.pdf")) == "a.pdf"
    assert format_tempat(LetakTemuan("a.pdf", Letak(baris=3), 3)) == "a.pdf: baris 3"
    assert format_tempat(LetakTemuan("a.pdf", Letak(baris=3), 5), sebut_berkas=False) == "baris 3-5"
    assert format_daftar_tempat(["a", "b"], paling_banyak=2) == "a; b"
    assert format_daftar_tempat(["a", "b", "c"], paling_banyak=1) == "a dan 2 tempat lain"
    assert format_masa(DokumenTerbaca(JenisDokumen.PENGUKURAN, tahun=2020, triwulan=2)) == "Triwulan II 2020"
    assert format_masa(DokumenTerbaca(JenisDokumen.RENSTRA, tahun=2025, tahun_akhir=2026)) == "2025–2026"
    assert format_masa(DokumenTerbaca(JenisDokumen.LAIN)) == ""
    assert format_jumlah([_temuan("skala.celah", TingkatTemuan.SARAN)]) == "0 ketidaksesuaian, 0 peringatan, 1 saran"
