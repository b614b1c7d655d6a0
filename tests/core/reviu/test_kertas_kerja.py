"""The papers of a reviewer: what documents answer, what stays open, and rows from findings."""

from __future__ import annotations

from dataclasses import replace

from tests.core.reviu.bangun import dokumen, indikator, nilai, uang

from tolok.core.bacaan.dokumen import BerkasTerbaca, IndikatorTerbaca, JenisDokumen
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.daftar_periksa import (
    DAFTAR_KELOMPOK,
    ButirTerjawab,
    Jawaban,
    answer_daftar,
    list_tampil,
)
from tolok.core.reviu.kertas_kerja import susun_kertas_kerja
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan
from tolok.core.reviu.terima import TemuanDiterima

SATU: IndikatorTerbaca = indikator(
    "Persentase PMKS terlayani",
    nilai("target", "86%"),
    nilai("capaian", "81,77%"),
    nilai("realisasi", "60%", tahun=2019),
    sasaran="Terpenuhinya kebutuhan dasar PPKS",
    penanggung_jawab=("Bidang Sosial",),
    letak=Letak(halaman=3, baris=9),
)


def _lkjip(*teks: str, **lain: object) -> BerkasTerbaca:
    isi = dokumen(*teks, jenis=JenisDokumen.LKJIP, indikator=lain.pop("indikator", (SATU,)), **lain)
    return BerkasTerbaca("lkjip.pdf", "ab", (replace(isi, perangkat_daerah="Dinas\nContoh"),))


def _dokumen(jenis: JenisDokumen, *daftar: IndikatorTerbaca, berkas: str = "lain.pdf") -> BerkasTerbaca:
    return BerkasTerbaca(berkas, "cd", (dokumen("", jenis=jenis, indikator=daftar),))


def _temuan(aturan: str, keyakinan: Keyakinan = Keyakinan.PASTI, seharusnya: str | None = None) -> Temuan:
    return Temuan(
        aturan=aturan,
        tingkat=TingkatTemuan.GALAT,
        keyakinan=keyakinan,
        letak=LetakTemuan("lkjip.pdf", Letak(halaman=2)),
        pesan=f"Pesan {aturan}.",
        tercetak="57%",
        seharusnya=seharusnya,
        letak_lain=(LetakTemuan("lkjip.pdf", Letak(halaman=8)), LetakTemuan("lkjip.pdf", Letak(halaman=9))),
    )


def _jawab(daftar: list[BerkasTerbaca], *temuan: Temuan) -> dict[str, ButirTerjawab]:
    return {satu.butir.kode: satu for satu in answer_daftar(daftar, temuan)}


def _ya(jawaban: dict[str, ButirTerjawab]) -> list[str]:
    return [kode for kode, satu in jawaban.items() if satu.jawaban is Jawaban.YA]


def test_items_are_those_of_the_annex() -> None:
    assert [len(kelompok.daftar_butir) for kelompok in DAFTAR_KELOMPOK] == [6, 7, 10]


def test_without_a_report_nothing_is_answered() -> None:
    jawaban = _jawab([_dokumen(JenisDokumen.PERJANJIAN, SATU)])
    assert _ya(jawaban) == []
    assert {satu.bukti for satu in jawaban.values()} == {()}


def test_a_bare_report_answers_nothing_it_does_not_show() -> None:
    jawaban = _jawab([_lkjip("Kata pengantar.", indikator=())])
    assert _ya(jawaban) == []
    assert jawaban["III.1"].bukti == ("Sasaran pada Perjanjian Kinerja atau laporan tidak terbaca.",)
    assert jawaban["III.3"].is_tampil


def test_what_a_report_shows_is_answered_with_its_place() -> None:
    laporan = _lkjip(
        "BAB I Gambaran Umum",
        "Langkah perbaikan ke depan",
        anggaran=(uang("Program A", "program", pagu="100", realisasi="90"),),
    )
    pk = dokumen("", jenis=JenisDokumen.PERJANJIAN, indikator=(SATU,))
    laporan = replace(laporan, dokumen=(*laporan.dokumen, pk))
    daftar = [laporan, _dokumen(JenisDokumen.RENSTRA, SATU), _dokumen(JenisDokumen.IKU, SATU)]
    jawaban = _jawab(daftar)
    assert _ya(jawaban) == [
        "I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "II.4", "III.1", "III.2", "III.4", "III.5", "III.7",
    ]  # fmt: skip
    assert jawaban["I.1"].bukti[0].startswith("“BAB I Gambaran Umum” (lkjip.pdf")
    assert jawaban["I.2"].bukti == ("1 indikator dengan target (lkjip.pdf: hal. 3, baris 9)",)
    assert jawaban["I.4"].bukti == ("Di dalam berkas laporan: Perjanjian Kinerja.",)
    assert jawaban["II.4"].bukti == ("1 dari 1 indikator menyebut penanggung jawab.",)
    assert jawaban["III.7"].bukti == ("1 indikator dengan nilai tahun lalu (lkjip.pdf: hal. 3, baris 9)",)
    tampil = [satu.butir.kode for _, isi in list_tampil(tuple(jawaban.values())) for satu in isi]
    assert "III.3" not in tampil
    assert "III.6" not in tampil
    assert "III.9" in tampil  # whether indicators suffice only a person can say


def test_what_speaks_against_it_is_left_to_a_person() -> None:
    lain = indikator("Indeks lain", nilai("target", "70"), sasaran="Meningkatnya mutu layanan")
    tanpa_sasaran = indikator("Persentase PMKS terlayani", nilai("target", "86%"))
    daftar = [_lkjip(), _dokumen(JenisDokumen.PERJANJIAN, SATU, lain, tanpa_sasaran)]
    jawaban = _jawab(daftar, _temuan("capaian.hitungan"), _temuan("skala.celah"))
    assert jawaban["III.1"].jawaban is Jawaban.BELUM
    assert jawaban["III.1"].bukti == (
        "1 dari 2 sasaran pada Perjanjian Kinerja ada di laporan.",
        "Tidak ditemukan di laporan: Meningkatnya mutu layanan.",
    )
    assert jawaban["III.3"].is_tampil
    assert jawaban["I.3"].jawaban is Jawaban.BELUM
    assert jawaban["I.3"].bukti[-1] == "Pesan capaian.hitungan. (lkjip.pdf: hal. 2)"
    assert jawaban["I.2"].jawaban is Jawaban.YA
    assert jawaban["II.4"].bukti == ("1 dari 2 indikator menyebut penanggung jawab.",)
    assert jawaban["II.4"].jawaban is Jawaban.BELUM


def test_rows_leave_open_what_only_people_know() -> None:
    kertas = susun_kertas_kerja(
        [_lkjip()],
        [
            _temuan("capaian.hitungan", seharusnya="75%"),
            _temuan("skala.celah", Keyakinan.MUNGKIN, "75%"),
            _temuan("nilai.berbeda", Keyakinan.PERLU_DINILAI),
        ],
        [TemuanDiterima(_temuan("target.datar"), "Kebijakan Renstra.")],
    )
    assert (kertas.perangkat_daerah, kertas.tahun) == ("Dinas Contoh", 2020)
    pasti, mungkin, dinilai, diterima = kertas.daftar_baris
    assert (pasti.nomor, pasti.letak, pasti.kondisi) == (1, "hal. 2; juga hal. 8", "Pesan capaian.hitungan.")
    assert pasti.saran == "Ubah “57%” menjadi “75%”, atau terangkan bedanya."
    assert "75%" not in mungkin.saran
    assert dinilai.saran.startswith("Nilai apakah")
    assert (pasti.tanggapan, diterima.tanggapan, diterima.saran) == ("", "Diterima: Kebijakan Renstra.", "")
    assert pasti.kriteria == kertas.catatan.daftar_butir[0].aturan.dasar


def test_the_report_is_the_first_lkjip_else_the_first_document() -> None:
    iku = _dokumen(JenisDokumen.IKU, SATU)
    assert susun_kertas_kerja([iku, _lkjip()], []).perangkat_daerah == "Dinas Contoh"
    assert (susun_kertas_kerja([iku], []).perangkat_daerah, susun_kertas_kerja([iku], []).tahun) == ("", 2020)
    kosong = susun_kertas_kerja([BerkasTerbaca("kosong.pdf", "", ())], [])
    assert (kosong.perangkat_daerah, kosong.tahun, kosong.daftar_baris) == ("", None, ())
