"""Composite indicators and values of units in a package: what is refused, where, and what to do instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from dasar_paket import TAHUN, PaketUji, make_dasar

from tolok.core.anggaran import Pemetaan
from tolok.core.angka import Angka
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import AgregasiUnit, EdisiIndikator, Gabungan, NilaiTercatat, NilaiVariabel, Target
from tolok.core.instansi import TahunInstansi
from tolok.core.nilai import BagianNilai, Bilangan, Majemuk
from tolok.core.periode import Periode
from tolok.paket.baru import make_paket_lanjutan
from tolok.paket.masalah import GalatPaket, Masalah, Tingkat
from tolok.paket.muat import load_paket
from tolok.paket.susun import susun_paket
from tolok.paket.tulis import write_paket


def indikator(kode: str, satuan: str = "dokumen", simpul: str = "s1", **lain: object) -> EdisiIndikator:
    return EdisiIndikator(
        indikator=kode,
        edisi=f"{kode}-{TAHUN}",
        berlaku_mulai=date(TAHUN, 1, 1),
        dicatat_pada=date(TAHUN, 1, 1),
        simpul=simpul,
        nama=f"Banyak {kode}",
        satuan=satuan,
        digit=0,
        **lain,  # type: ignore[arg-type]
    )


def make_majemuk() -> TahunInstansi:
    """The basic package with a whole of two parts in rows 4 to 6 of ``indikator``."""
    dasar = make_dasar()
    return replace(
        dasar,
        daftar_indikator=(
            *dasar.daftar_indikator,
            indikator("paket", "paket", gabungan=Gabungan.BERBOBOT),
            indikator("dokumen", bagian_dari="paket", bobot="60"),
            indikator("kegiatan", "kegiatan", simpul="", bagian_dari="paket", bobot="40"),
        ),
        daftar_target=(
            *dasar.daftar_target,
            *(
                Target(indikator=kode, periode=Periode(TAHUN), nilai=Bilangan(Angka(n), kode), dokumen="pk-2020")
                for kode, n in (("dokumen", 2), ("kegiatan", 4))
            ),
        ),
    )


@pytest.fixture
def paket(tmp_path: Path) -> PaketUji:
    return PaketUji.make(tmp_path, make_majemuk())


def letak(masalah: Masalah) -> tuple[str, int | None, str | None]:
    return masalah.berkas, masalah.baris, masalah.kolom


def test_a_composite_indicator_is_a_package_without_problems(paket: PaketUji, tmp_path: Path) -> None:
    assert paket.periksa() == ()
    assert load_paket(paket.folder) == make_majemuk()
    write_paket(make_majemuk(), tmp_path / "paket.xlsx")
    assert load_paket(tmp_path / "paket.xlsx") == make_majemuk()


@pytest.mark.parametrize(
    ("ubahan", "tempat", "pesan"),
    [
        ((5, "bagian_dari", "pakett"), (5, "bagian_dari"), "'pakett' tidak ada di kolom 'indikator'"),
        ((5, "bagian_dari", "dokumen"), (5, "bagian_dari"), "tidak dapat menjadi bagian dari dirinya sendiri"),
        ((5, "bagian_dari", "iku-1"), (5, "bagian_dari"), "Indikator 'iku-1' tidak majemuk; isi kolom 'gabungan'"),
        ((5, "gabungan", "terendah"), (5, "gabungan"), "tidak dapat majemuk lagi; kosongkan 'gabungan' atau"),
        ((5, "simpul", "t1"), (5, "simpul"), "Bagian mengukur 't1', padahal 'paket' mengukur 's1'; samakan atau"),
        ((6, "bobot", ""), (6, "bobot"), "Capaian 'paket' berbobot; isi bobot setiap bagiannya."),
        ((4, "rumus", "[Level KLA]"), (4, "rumus"), "tidak mempunyai rumus sendiri; tulis rumusnya pada bagian"),
        ((4, "gabungan", "kali"), (4, "gabungan"), "pilih salah satu dari 'rata_rata', 'berbobot', "),
    ],
)  # fmt: skip
def test_what_is_no_whole_with_parts_is_refused(
    paket: PaketUji, ubahan: tuple[int, str, str], tempat: tuple[int, str], pesan: str
) -> None:
    paket.ubah("indikator", *ubahan)
    galat = [m for m in paket.periksa() if m.tingkat is Tingkat.GALAT and letak(m) == ("indikator.csv", *tempat)]
    assert any(pesan in m.pesan for m in galat), [str(m) for m in paket.periksa()]


def test_parts_that_name_each_other_are_refused(paket: PaketUji) -> None:
    paket.ubah("indikator", 4, "bagian_dari", "dokumen")
    daftar = {letak(m) for m in paket.periksa() if m.tingkat is Tingkat.GALAT}
    assert ("indikator.csv", 4, "gabungan") in daftar


def test_a_whole_without_parts_is_refused(paket: PaketUji) -> None:
    for baris in (5, 6):
        paket.ubah("indikator", baris, "bagian_dari", "")
    galat = [m for m in paket.periksa() if m.tingkat is Tingkat.GALAT]
    assert [letak(m) for m in galat] == [("indikator.csv", 4, "gabungan")]
    assert "tambahkan indikator dengan bagian_dari 'paket'" in galat[0].pesan


@pytest.mark.parametrize("tabel", ["target", "nilai_tercatat", "pembanding"])
def test_values_of_the_whole_are_refused_with_the_names_of_the_parts(paket: PaketUji, tabel: str) -> None:
    nomor = paket.tambah(
        tabel, indikator="paket", tahun="2020", nilai="3", dokumen="pk-2020", sumber="Rekap", cakupan="nasional"
    )
    masalah = paket.satu_masalah()
    assert letak(masalah) == (f"{tabel}.csv", nomor, "indikator")
    assert masalah.pesan == "Indikator 'paket' majemuk; tulis nilai ini untuk bagiannya: 'dokumen', 'kegiatan'."


def test_budget_of_a_part_is_refused(tmp_path: Path) -> None:
    data = make_majemuk()
    edisi = data.daftar_edisi_pemetaan[0].id
    pemetaan = Pemetaan(edisi=edisi, kode="1.06.02.2.01", simpul="s1", indikator="dokumen")
    paket = PaketUji.make(tmp_path, replace(data, daftar_pemetaan=(*data.daftar_pemetaan, pemetaan)))
    masalah = paket.satu_masalah()
    assert letak(masalah) == ("pemetaan.csv", 2 + len(data.daftar_pemetaan), "indikator")
    assert "petakan anggarannya ke indikator majemuknya, 'paket'" in masalah.pesan


def test_a_part_without_target_is_pointed_out(paket: PaketUji) -> None:
    baris = paket.baris("target")
    paket.simpan("target", [satu for satu in baris if satu[0] != "kegiatan"])
    masalah = paket.satu_masalah()
    assert letak(masalah) == ("indikator.csv", 6, "indikator")
    assert masalah.tingkat is Tingkat.PERINGATAN


def test_a_composite_value_is_never_written() -> None:
    data = make_majemuk()
    nilai = Majemuk((BagianNilai("dokumen", Bilangan(Angka(2), "dokumen")),))
    rusak = replace(data, daftar_target=(replace(data.daftar_target[0], nilai=nilai),))
    with pytest.raises(GalatPaket, match="simpan nilai bagian-bagiannya"):
        susun_paket(rusak)


def test_the_next_year_asks_for_the_parts_and_the_units() -> None:
    data = make_majemuk()
    isian = tuple(replace(satu, unit="bidang") for satu in data.daftar_nilai_variabel if satu.variabel == "terlayani")
    baru = make_paket_lanjutan(replace(data, daftar_nilai_variabel=isian), tahun=TAHUN + 1)
    assert [t.indikator for t in baru.daftar_target if t.dokumen == "pk-2021"] == [
        "iku-1",
        "kla",
        "dokumen",
        "kegiatan",
    ]
    unit = {(n.variabel, n.unit) for n in baru.daftar_nilai_variabel if n.periode.tahun == TAHUN + 1}
    assert unit == {("terlayani", "bidang"), ("memerlukan", ""), ("level", "")}


# Units


def make_unit(*isian: tuple[str, int, int]) -> TahunInstansi:
    dasar = make_dasar()
    nilai = tuple(
        NilaiVariabel(
            variabel="terlayani", periode=Periode(TAHUN, triwulan), unit=unit, nilai=Bilangan(Angka(n), "orang")
        )
        for unit, triwulan, n in isian
    )
    return replace(
        dasar, daftar_nilai_variabel=(*(s for s in dasar.daftar_nilai_variabel if s.variabel != "terlayani"), *nilai)
    )


def test_units_are_read_and_added(tmp_path: Path) -> None:
    data = make_unit(("dinas", 1, 700), ("bidang", 1, 500), ("dinas", 2, 700), ("bidang", 2, 577))
    paket = PaketUji.make(tmp_path, data)
    assert paket.periksa() == ()
    hasil = HasilTahun(load_paket(paket.folder))
    assert hasil.nilai_variabel("terlayani", Periode(TAHUN, 2)).tercetak == "1.277"


def test_a_running_total_is_compared_unit_by_unit(tmp_path: Path) -> None:
    paket = PaketUji.make(
        tmp_path, make_unit(("dinas", 1, 700), ("bidang", 1, 500), ("dinas", 2, 699), ("bidang", 2, 800))
    )
    masalah = paket.satu_masalah()
    assert letak(masalah)[2] == "nilai"
    assert "'699' lebih kecil daripada triwulan sebelumnya" in masalah.pesan


def test_an_unknown_unit_is_refused(tmp_path: Path) -> None:
    paket = PaketUji.make(tmp_path, make_unit(("bidang", 1, 5)))
    paket.ubah("nilai_variabel", 5, "unit", "bidangg")
    masalah = next(m for m in paket.periksa() if m.tingkat is Tingkat.GALAT)
    assert letak(masalah) == ("nilai_variabel.csv", 5, "unit")
    assert "'bidangg' tidak ada di kolom 'id' unit.csv." in masalah.pesan


def test_a_unit_that_stopped_reporting_is_pointed_out(tmp_path: Path) -> None:
    paket = PaketUji.make(tmp_path, make_unit(("dinas", 1, 700), ("bidang", 1, 500), ("dinas", 2, 800)))
    masalah = paket.satu_masalah()
    assert masalah.tingkat is Tingkat.PERINGATAN
    assert letak(masalah) == ("nilai_variabel.csv", 7, "unit")
    assert "Unit 'bidang' mengisi triwulan sebelumnya, tetapi tidak untuk Triwulan II" in masalah.pesan
    setahun = PaketUji.make(tmp_path / "lain", make_unit(("dinas", 1, 700), ("bidang", 1, 500), ("dinas", 0, 800)))
    assert "tidak untuk setahun" in setahun.satu_masalah().pesan


def test_a_total_beside_units_is_pointed_out(tmp_path: Path) -> None:
    paket = PaketUji.make(tmp_path, make_unit(("dinas", 1, 700), ("", 1, 1200), ("bidang", 1, 500)))
    masalah = paket.satu_masalah()
    assert masalah.tingkat is Tingkat.PERINGATAN
    assert letak(masalah) == ("nilai_variabel.csv", 6, "unit")
    assert "Ada nilai tanpa unit di samping nilai 2 unit untuk Triwulan I" in masalah.pesan


def test_values_of_units_that_cannot_be_added_are_refused(tmp_path: Path) -> None:
    data = make_unit(("dinas", 1, 700), ("bidang", 1, 500))
    paket = PaketUji.make(tmp_path, data)
    paket.ubah("nilai_variabel", 4, "unit", "bidang")
    masalah = paket.satu_masalah()
    assert letak(masalah) == ("nilai_variabel.csv", 4, "unit")
    assert "Variabel 'level' bersatuan 'kategori'" in masalah.pesan
    assert "catat pembilang dan penyebutnya" in masalah.pesan


@pytest.mark.parametrize(
    ("satuan", "agregasi", "sah"),
    [
        ("indeks", AgregasiUnit.JUMLAH, False),
        ("%", AgregasiUnit.RATA_RATA, False),
        ("indeks", AgregasiUnit.RATA_RATA, True),
    ],
)
def test_recorded_values_of_units_fit_their_aggregation(
    tmp_path: Path, satuan: str, agregasi: AgregasiUnit, sah: bool
) -> None:
    data = make_dasar()
    skm = indikator("skm", satuan, agregasi_unit=agregasi)
    tercatat = tuple(
        NilaiTercatat(
            indikator="skm", periode=Periode(TAHUN), unit=unit, nilai=Bilangan(Angka(80), satuan), sumber="SKM"
        )
        for unit in ("dinas", "bidang")
    )
    target = Target(indikator="skm", periode=Periode(TAHUN), nilai=Bilangan(Angka(75), satuan), dokumen="pk-2020")
    paket = PaketUji.make(
        tmp_path,
        replace(
            data,
            daftar_indikator=(*data.daftar_indikator, skm),
            daftar_nilai_tercatat=(*data.daftar_nilai_tercatat, *tercatat),
            daftar_target=(*data.daftar_target, target),
        ),
    )
    if sah:
        assert paket.periksa() == ()
        return
    masalah = paket.satu_masalah()
    assert letak(masalah) == ("nilai_tercatat.csv", 5, "unit")
    assert "beri rumus lalu catat bagian-bagian rumusnya per unit" in masalah.pesan
