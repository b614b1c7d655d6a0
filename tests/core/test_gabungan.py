"""Composite indicators: one capaian from the raw capaian of the parts, and no whole without all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data_mesin import KLA, TAHUN, TW1, edisi, persen, target
from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_nilai
from tolok.core.gabungan import Bagian, compute_gabungan, compute_majemuk
from tolok.core.hasil.besaran import make_hasil
from tolok.core.hasil.konvensi import compute_andaian
from tolok.core.hasil.penjelasan import explain_hasil
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator, Gabungan, Jembatan, NilaiTercatat, Target
from tolok.core.instansi import TahunInstansi
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import Kebijakan, KebijakanTidakLapor, RumusTurun
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Majemuk,
    Nilai,
    Tanda,
    TidakDapatDihitung,
    has_tanda,
    with_tanda,
)
from tolok.core.organisasi import Instansi
from tolok.core.penilaian import Butir
from tolok.core.periode import Periode
from tolok.core.rencana import EdisiRencana, JenisSimpul, SimpulRencana

LAPOR = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, "Belum dikirim.")
LUAR = BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI)


def butir(*daftar: Nilai | str, bobot: tuple[str | None, ...] = ()) -> list[Butir]:
    hasil = []
    for nomor, isi in enumerate(daftar):
        nilai = persen(isi) if isinstance(isi, str) else isi
        b = bobot[nomor] if bobot else None
        nama = "ABCDE"[nomor]
        hasil.append(Butir(nama, nilai, Jejak("capaian", nama, nilai), None if b is None else Angka.from_desimal(b)))
    return hasil


def gabung(gabungan: Gabungan, daftar: list[Butir], **kebijakan: Any) -> tuple[Nilai, Jejak]:
    return compute_gabungan(daftar, label="Capaian", gabungan=gabungan, kebijakan=Kebijakan(**kebijakan))


@pytest.mark.parametrize(
    ("gabungan", "capaian", "catatan"),
    [
        (Gabungan.RATA_RATA, "110", "3 bagian."),
        (Gabungan.BERBOBOT, "85", "Bobot 60 : 30 : 10."),
        (Gabungan.TERENDAH, "50", "Terendah: A."),
        (Gabungan.SEMUA_TERCAPAI, "0", "Belum tercapai: A."),
    ],
)
def test_the_parts_are_combined_as_declared(gabungan: Gabungan, capaian: str, catatan: str) -> None:
    nilai, jejak = gabung(
        gabungan, butir("50", "100", "180" if gabungan is not Gabungan.BERBOBOT else "250", bobot=("60", "30", "10"))
    )
    assert nilai == persen(capaian)
    assert jejak.catatan == catatan
    assert [anak.uraian for anak in jejak.anak] == ["A", "B", "C"]


def test_all_reached_is_a_hundred_and_exactly_a_hundred_is_reached() -> None:
    nilai, jejak = gabung(Gabungan.SEMUA_TERCAPAI, butir("100", "340"))
    assert nilai == persen("100")
    assert jejak.catatan == "Semua bagian tercapai."
    assert gabung(Gabungan.SEMUA_TERCAPAI, butir("99.999999", "340"))[0] == persen("0")


def test_raw_capaian_are_combined_before_any_cap() -> None:
    assert gabung(Gabungan.RATA_RATA, butir("-40", "300"), batas=Angka(120))[0] == persen("130")


@pytest.mark.parametrize("gabungan", list(Gabungan))
def test_a_part_without_a_value_leaves_the_whole_without_one(gabungan: Gabungan) -> None:
    bobot = ("1", "1", "1")
    nilai, _ = gabung(gabungan, butir("50", LUAR, "80", bobot=bobot))
    assert nilai == BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "Bagian B: tidak dievaluasi.")
    hilang = TidakDapatDihitung(AlasanTakTerhitung.TANPA_TARGET, "Tidak ada target.")
    nilai, _ = gabung(gabungan, butir("50", hilang, bobot=bobot))
    assert nilai == TidakDapatDihitung(AlasanTakTerhitung.TANPA_TARGET, "Bagian B: Tidak ada target.")


@pytest.mark.parametrize("pilihan", list(KebijakanTidakLapor))
def test_silence_on_a_part_is_never_rewarded(pilihan: KebijakanTidakLapor) -> None:
    nilai, jejak = gabung(Gabungan.RATA_RATA, butir("100", LUAR, LAPOR), tidak_lapor=pilihan)
    if pilihan is KebijakanTidakLapor.NOL:
        assert nilai == BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI, "Bagian B: tidak dievaluasi.")
    else:
        assert nilai == BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, "Bagian C: Belum dikirim.")
    nilai, jejak = gabung(Gabungan.RATA_RATA, butir("100", LAPOR), tidak_lapor=pilihan)
    if pilihan is KebijakanTidakLapor.NOL:
        assert nilai == persen("50")
        assert jejak.anak[1].catatan == "Tidak dilaporkan; menurut kebijakan dihitung 0."
    else:
        assert nilai == BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, "Bagian B: Belum dikirim.")


def test_weights_are_needed_for_every_part() -> None:
    nilai, _ = gabung(Gabungan.BERBOBOT, butir("50", "80", bobot=("1", None)))
    assert isinstance(nilai, TidakDapatDihitung)
    assert nilai.keterangan == "Capaian: bobot B belum diisi; isi bobot setiap bagian."
    nilai, _ = gabung(Gabungan.BERBOBOT, butir("50", "80", bobot=("0", "0")))
    assert isinstance(nilai, TidakDapatDihitung)
    assert "jumlah bobot bagiannya nol" in nilai.keterangan


def test_a_whole_without_parts_has_nothing_to_say() -> None:
    for nilai in (gabung(Gabungan.RATA_RATA, [])[0], compute_majemuk([], label="Capaian")[0]):
        assert nilai == TidakDapatDihitung(AlasanTakTerhitung.TANPA_DATA, "Capaian: belum mempunyai bagian.")


def test_marks_of_parts_travel_on() -> None:
    tanda = Tanda(JenisTanda.SEMENTARA, "Angka sementara.")
    daftar = butir("50", with_tanda(persen("80"), tanda))
    assert gabung(Gabungan.TERENDAH, daftar)[0].tanda == (tanda,)


def test_the_values_of_parts_stand_side_by_side() -> None:
    def bagian(nama: str, nilai: Nilai, digit: int | None = None) -> Bagian:
        return Bagian(nama, f"Nama {nama}", make_hasil(Jejak("realisasi", nama, nilai), identitas=nama, digit=digit))

    tanda = Tanda(JenisTanda.SEMENTARA, "")
    nilai, jejak = compute_majemuk(
        [
            bagian("a", Bilangan(Angka(2), "dokumen")),
            bagian("b", with_tanda(LUAR, tanda)),
            bagian("c", persen("81.768"), 2),
        ],
        label="Paket",
    )
    assert isinstance(nilai, Majemuk)
    assert format_nilai(nilai) == "2\u00a0dokumen; –; 81,77%"
    assert nilai.tanda == (tanda,)
    assert len(jejak.anak) == 3
    kosong, _ = compute_majemuk([bagian("a", LUAR), bagian("b", LAPOR)], label="Paket")
    assert kosong == BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, "Bagian Nama b: Belum dikirim.")


# The engine


def bagian(indikator: str, satuan: str, **lain: Any) -> EdisiIndikator:
    return edisi(indikator, satuan=satuan, nama=f"Banyak {indikator}", digit=0, bagian_dari="paket", **lain)


def banyak(n: int, satuan: str) -> Bilangan:
    return Bilangan(Angka(n), satuan)


def tercatat(indikator: str, nilai: Nilai, periode: Periode = TAHUN, **lain: Any) -> NilaiTercatat:
    return NilaiTercatat(indikator=indikator, periode=periode, nilai=nilai, sumber="Rekap", **lain)


def make(**ganti: Any) -> TahunInstansi:
    """An agreement that promises "2 dokumen dan 4 kegiatan": both documents, three of four activities."""
    isi: dict[str, Any] = {
        "instansi": Instansi(
            id="dinas", nama="Dinas", nama_pendek="Dinas", pemerintah="Kota", kota="Kota", alamat="-",
            kepala_daerah="Wali Kota",
        ),
        "tahun": 2020,
        "kebijakan": Kebijakan(batas=Angka(100)),
        "rencana_berlaku": "renstra",
        "daftar_edisi_rencana": (
            EdisiRencana(id="renstra", dokumen="renstra", nama="Renstra", tahun_awal=2020, tahun_akhir=2021,
                         dicatat_pada=date(2020, 1, 1)),
        ),
        "daftar_simpul": (SimpulRencana(edisi="renstra", id="s1", jenis=JenisSimpul.SASARAN, uraian="Sasaran"),),
        "daftar_indikator": (
            edisi("paket", nama="Paket layanan", satuan="paket", gabungan=Gabungan.RATA_RATA),
            bagian("dokumen", "dokumen"),
            bagian("kegiatan", "kegiatan", simpul=""),
            edisi("lain"),
        ),
        "daftar_target": (
            target("dokumen", banyak(2, "dokumen"), dokumen="renstra"),
            target("kegiatan", banyak(4, "kegiatan"), dokumen="renstra"),
            target("dokumen", banyak(4, "dokumen"), Periode(2021), "renstra"),
            target("kegiatan", banyak(6, "kegiatan"), Periode(2021), "renstra"),
            target("lain", persen("80"), dokumen="renstra"),
        ),
        "daftar_nilai_tercatat": (
            tercatat("dokumen", banyak(2, "dokumen")),
            tercatat("kegiatan", banyak(3, "kegiatan")),
            tercatat("lain", persen("40")),
        ),
        **ganti,
    }  # fmt: skip
    return TahunInstansi(**isi)


def test_an_agreement_on_several_things_is_measured_part_by_part() -> None:
    hasil = HasilTahun(make())
    assert hasil.target("paket", TAHUN).tercetak == "2\u00a0dokumen; 4\u00a0kegiatan"
    assert hasil.realisasi("paket", TAHUN).tercetak == "2\u00a0dokumen; 3\u00a0kegiatan"
    assert [hasil.capaian(satu, TAHUN).tercetak for satu in ("dokumen", "kegiatan", "paket")] == [
        "100,00%", "75,00%", "87,50%",
    ]  # fmt: skip
    assert hasil.target_akhir("paket").tercetak == "4\u00a0dokumen; 6\u00a0kegiatan"
    assert hasil.tingkat_kemajuan("paket").tercetak == "50,00%"
    assert hasil.realisasi_rencana("paket").tercetak == "2\u00a0dokumen; 3\u00a0kegiatan"
    assert has_tanda(hasil.capaian("paket", TAHUN).nilai, JenisTanda.NILAI_LUAR)


def test_parts_are_no_indicators_of_the_report() -> None:
    hasil = HasilTahun(make())
    assert [satu.indikator for satu in hasil.daftar_indikator()] == ["paket", "lain"]
    assert [satu.indikator for satu in hasil.daftar_bagian("paket")] == ["dokumen", "kegiatan"]
    assert [satu.indikator for satu in hasil.daftar_terukur()] == ["dokumen", "kegiatan", "lain"]
    assert hasil.daftar_bagian("lain") == ()
    rata_rata = hasil.rata_rata_instansi(TAHUN)
    assert (rata_rata.terukur, rata_rata.jumlah) == (2, 2)
    assert rata_rata.hasil.tercetak == "68,75%"


def test_the_cap_is_put_on_the_whole() -> None:
    data = make(daftar_nilai_tercatat=(
        tercatat("dokumen", banyak(10, "dokumen")), tercatat("kegiatan", banyak(2, "kegiatan"))))  # fmt: skip
    hasil = HasilTahun(data)
    assert hasil.capaian("paket", TAHUN).tercetak == "275,00%"
    assert hasil.capaian_terbatas("paket", TAHUN).tercetak == "100,00%"


def test_every_quantity_of_a_whole_and_its_parts_is_found() -> None:
    hasil = HasilTahun(make())
    daftar = list(hasil.daftar_identitas())
    assert "dinas/2020/tw3/indikator:kegiatan/capaian" in daftar
    assert "dinas/2020/tahun/indikator:kegiatan/tingkat_kemajuan" in daftar
    for identitas in daftar:
        assert hasil.cari(identitas).identitas == identitas
    assert "dinas/2020/tahun/indikator:kegiatan/realisasi" in hasil.capaian("paket", TAHUN).asal()


def test_the_story_names_every_part() -> None:
    cerita = explain_hasil(HasilTahun(make()).capaian("paket", TAHUN))
    assert "Capaian Banyak dokumen = 2 dokumen / 2 dokumen × 100% = 100%." in cerita
    assert "Capaian Banyak kegiatan = 3 kegiatan / 4 kegiatan × 100% = 75%." in cerita
    assert "Capaian Paket layanan = (100% + 75%) / 2 = 87,5%. 2 bagian." in cerita


def test_a_document_states_the_targets_of_the_parts() -> None:
    tambahan = target("kegiatan", banyak(5, "kegiatan"), dokumen="pk")
    hasil = HasilTahun(make(daftar_target=(*make().daftar_target, tambahan)))
    nilai = hasil.target_dokumen("paket", TAHUN, "pk")
    assert nilai is not None
    assert nilai.tercetak == "–; 5\u00a0kegiatan"
    assert nilai.identitas == "dinas/2020/tahun/indikator:paket/target@pk"
    assert hasil.cari(nilai.identitas) == nilai
    assert hasil.target_dokumen("paket", TAHUN, "lain") is None


def test_a_part_that_was_not_reported_holds_the_mean_back() -> None:
    data = make(daftar_nilai_tercatat=(tercatat("dokumen", banyak(2, "dokumen")), tercatat("kegiatan", LAPOR)))
    hasil = HasilTahun(data)
    assert hasil.realisasi("paket", TAHUN).tercetak == "2\u00a0dokumen; –"
    assert hasil.rata_rata_instansi(TAHUN).hasil.nilai == BelumAda(
        AlasanBelumAda.TIDAK_DILAPORKAN, "Rata-rata ditahan karena belum dilaporkan: Paket layanan."
    )
    nol = replace(data.kebijakan, tidak_lapor=KebijakanTidakLapor.NOL)
    assert HasilTahun(data, kebijakan=nol).capaian("paket", TAHUN).tercetak == "50,00%"


def test_a_whole_none_of_whose_parts_is_measured_has_their_reason() -> None:
    hasil = HasilTahun(make(daftar_nilai_tercatat=(tercatat("dokumen", LAPOR), tercatat("kegiatan", LUAR))))
    harapan = BelumAda(AlasanBelumAda.TIDAK_DILAPORKAN, "Bagian Banyak dokumen: Belum dikirim.")
    for nilai in (hasil.realisasi("paket", TAHUN), hasil.capaian("paket", TAHUN), hasil.tingkat_kemajuan("paket")):
        assert nilai.nilai == harapan


def test_a_record_for_the_whole_is_a_rival_of_its_parts() -> None:
    lain = tercatat("paket", banyak(9, "paket"))
    hasil = HasilTahun(make(daftar_nilai_tercatat=(*make().daftar_nilai_tercatat, lain)))
    nilai = hasil.realisasi("paket", TAHUN)
    assert nilai.tercetak == "2\u00a0dokumen; 3\u00a0kegiatan"
    assert has_tanda(nilai.nilai, JenisTanda.BERTENTANGAN)
    assert [satu.tercetak for satu in hasil.daftar_realisasi_lain("paket", TAHUN)] == ["9"]


def test_an_earlier_year_is_read_through_the_parts() -> None:
    lalu = Periode(2019)
    data = make(
        daftar_nilai_tercatat=(
            tercatat("dokumen", banyak(1, "dokumen"), lalu),
            tercatat("kegiatan", banyak(2, "kegiatan"), lalu),
        ),
    )
    hasil = HasilTahun(data)
    assert hasil.realisasi_tahun("paket", 2019).tercetak == "1\u00a0dokumen; 2\u00a0kegiatan"
    assert isinstance(hasil.realisasi_tahun("paket", 2018).nilai, TidakDapatDihitung)


def test_a_whole_that_replaced_a_single_indicator_does_not_compare_with_its_number() -> None:
    lama = edisi("lama", satuan="paket", berlaku_mulai=date(2018, 1, 1), dicatat_pada=date(2018, 1, 1))
    data = make(
        daftar_indikator=(lama, *make().daftar_indikator),
        daftar_nilai_tercatat=(tercatat("lama", banyak(7, "paket"), Periode(2019)),),
        daftar_target=(
            *make().daftar_target,
            target("dokumen", banyak(2, "dokumen"), Periode(2019), "renstra", berlaku_mulai=date(2019, 1, 1)),
        ),
        daftar_jembatan=(Jembatan(lama="lama", baru="paket", sebanding=True, alasan="Isinya sama."),),
    )
    hasil = HasilTahun(data)
    assert hasil.realisasi_tahun("paket", 2019).tercetak == "7,00"
    nilai = hasil.capaian("paket", Periode(2019)).nilai
    assert isinstance(nilai, TidakDapatDihitung)
    assert nilai.keterangan == "Nilai majemuk dinilai bagian demi bagian."


def test_a_replaced_part_leaves_and_a_later_one_joins() -> None:
    baru = bagian("laporan", "laporan", berlaku_mulai=date(2020, 7, 1))
    data = make(
        daftar_indikator=(*make().daftar_indikator, baru),
        daftar_jembatan=(Jembatan(lama="kegiatan", baru="laporan", sebanding=False, alasan="Ukuran lain."),),
    )
    hasil = HasilTahun(data)
    assert [satu.indikator for satu in hasil.daftar_bagian("paket", TW1)] == ["dokumen", "kegiatan"]
    assert [satu.indikator for satu in hasil.daftar_bagian("paket")] == ["dokumen", "laporan"]


@pytest.mark.parametrize(
    "ganti",
    [
        {"bagian_dari": "tiada"},
        {"bagian_dari": "lain"},
        {"bagian_dari": "paket", "gabungan": Gabungan.TERENDAH},
    ],
)
def test_what_is_no_part_stands_by_itself(ganti: dict[str, Any]) -> None:
    """Such packages are refused; made by hand they still lose no indicator."""
    data = make(daftar_indikator=(*make().daftar_indikator, edisi("aneh", **ganti)))
    hasil = HasilTahun(data)
    assert [satu.indikator for satu in hasil.daftar_indikator()] == ["paket", "lain", "aneh"]
    assert [satu.indikator for satu in hasil.daftar_bagian("paket")] == ["dokumen", "kegiatan"]


def test_an_edition_may_turn_an_indicator_into_a_composite() -> None:
    kini = edisi("lain", edisi="lain-2", berlaku_mulai=date(2020, 7, 1), gabungan=Gabungan.TERENDAH)
    data = make(daftar_indikator=(*make().daftar_indikator, kini, edisi("sub", bagian_dari="lain")))
    hasil = HasilTahun(data)
    assert [satu.indikator for satu in hasil.daftar_indikator(periode=TW1)] == ["paket", "lain", "sub"]
    assert [satu.indikator for satu in hasil.daftar_bagian("lain")] == ["sub"]


def test_other_conventions_are_those_of_the_parts() -> None:
    data = make()
    turun = bagian("kegiatan", "kegiatan", polaritas="turun")
    data = replace(data, daftar_indikator=(*data.daftar_indikator[:2], turun, *data.daftar_indikator[3:]))
    hasil = HasilTahun(data)
    daftar = compute_andaian(hasil, hasil.capaian("paket", TAHUN).identitas)
    assert f"rumus turun {RumusTurun.NISBAH.value}" in [andaian.nama for andaian in daftar]


def test_categories_may_be_parts() -> None:
    data = make()
    kla = bagian("kegiatan", "kategori", skala="kla")
    madya, nindya = Kategori("Madya", 2, "kla"), Kategori("Nindya", 3, "kla")
    data = replace(
        data,
        daftar_skala=(KLA,),
        daftar_indikator=(*data.daftar_indikator[:2], kla, *data.daftar_indikator[3:]),
        daftar_target=(
            *data.daftar_target[:1],
            Target(indikator="kegiatan", periode=TAHUN, nilai=nindya, dokumen="renstra"),
        ),
        daftar_nilai_tercatat=(tercatat("dokumen", banyak(2, "dokumen")), tercatat("kegiatan", madya)),
    )
    hasil = HasilTahun(data)
    assert hasil.realisasi("paket", TAHUN).tercetak == "2\u00a0dokumen; Madya"
    assert hasil.capaian("paket", TAHUN).tercetak == "50,00%"
