"""The preview: what would change, what is refused, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from tests.web.dunia import buat_pengguna
from tests.web.pengukuran.bantu import sahkan_semua

from tolok.contoh import path_contoh
from tolok.core.angka import Angka
from tolok.core.hasil.cari import read_identitas
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import RataRata
from tolok.core.nilai import Bilangan
from tolok.core.periode import Periode
from tolok.paket.muat import load_paket
from tolok.web.audit.models import Catatan
from tolok.web.organisasi.lingkup import get_lingkup
from tolok.web.organisasi.models import Peran
from tolok.web.pelaporan.models import Dokumen, StatusDokumen
from tolok.web.pengukuran.disahkan import is_berbeda, query_disahkan
from tolok.web.pengukuran.models import HasilDisahkan, Pengukuran, StatusPengukuran
from tolok.web.perencanaan.models import EdisiKebijakan, Indikator, TahunKinerja
from tolok.web.pertukaran.operations import load_ke_basis_data
from tolok.web.pertukaran.penolakan import PemuatanDitolak, SebabTolak
from tolok.web.pertukaran.queries import find_tahun, load_isi_tahun, preview_muat


def _contoh(nama: str = "probolinggo-2020") -> TahunInstansi:
    return load_paket(path_contoh(nama))


@pytest.fixture
def data(db: None) -> TahunInstansi:
    """The example, stored."""
    semula = _contoh()
    load_ke_basis_data(semula, oleh=None, sidik_paket="")
    return semula


def _ganti(data: TahunInstansi, tabel: str, letak: int, /, **isi: Any) -> TahunInstansi:
    daftar = list(getattr(data, f"daftar_{tabel}"))
    daftar[letak] = replace(daftar[letak], **isi)
    return replace(data, **{f"daftar_{tabel}": tuple(daftar)})


def _tanpa(data: TahunInstansi, tabel: str, nomor: int = -1) -> TahunInstansi:
    daftar = list(getattr(data, f"daftar_{tabel}"))
    del daftar[nomor]
    return replace(data, **{f"daftar_{tabel}": tuple(daftar)})


def _target_pk(data: TahunInstansi, indikator: str) -> int:
    """Return the place of the target the agreement states for an indicator."""
    return next(n for n, t in enumerate(data.daftar_target) if (t.dokumen, t.indikator) == ("pk-2020", indikator))


def _kunci_triwulan(
    data: TahunInstansi, triwulan: int, *, status: StatusPengukuran = StatusPengukuran.DISAHKAN, indikator: str = ""
) -> None:
    """Lock one indicator of a quarter, or all of it."""
    tahun = TahunKinerja.objects.get(instansi__kode=data.instansi.id, tahun=data.tahun)
    for satu in Indikator.objects.filter(instansi=tahun.instansi, kode__in=[indikator] if indikator else _kode(data)):
        Pengukuran.objects.create(
            tahun=tahun, triwulan=triwulan, indikator=satu, status=status, diubah_pada=timezone.now()
        )


def _kode(data: TahunInstansi) -> list[str]:
    return list({satu.indikator for satu in data.daftar_indikator})


def test_a_new_year_is_all_added(db: None) -> None:
    pratinjau = preview_muat(_contoh(), lingkup=None)
    assert pratinjau.is_baru
    assert not pratinjau.is_ditolak
    ditambah, diubah, dihapus = pratinjau.jumlah
    assert ditambah > 350
    assert (diubah, dihapus) == (0, 0)


def test_the_stored_package_itself_changes_nothing(data: TahunInstansi) -> None:
    assert preview_muat(data, lingkup=None).is_sama


def test_each_difference_is_told_with_its_row_column_and_both_texts(data: TahunInstansi) -> None:
    baru = _ganti(data, "nilai_variabel", 0, nilai=Bilangan(Angka(1300), "orang"), sumber="Laporan lain")
    tabel = {satu.nama: satu for satu in preview_muat(baru, lingkup=None).daftar_tabel}
    assert set(tabel) == {"nilai_variabel"}
    (baris,) = tabel["nilai_variabel"].diubah
    assert baris.sebutan == "variabel pmks-terpenuhi, tahun 2020, triwulan 1"
    sel = {satu.kolom: (satu.lama, satu.baru) for satu in baris.daftar_sel}
    assert sel["nilai"] == ("1.277", "1.300")
    assert sel["sumber"] == (data.daftar_nilai_variabel[0].sumber, "Laporan lain")
    assert sel["tanda"] == ("bertentangan", "")


def test_another_order_of_rows_is_a_difference_of_its_own(data: TahunInstansi) -> None:
    balik = replace(data, daftar_realisasi=tuple(reversed(data.daftar_realisasi)))
    pratinjau = preview_muat(balik, lingkup=None)
    assert not pratinjau.is_sama
    assert pratinjau.jumlah == (0, 0, 0)
    assert [(tabel.nama, tabel.is_urutan) for tabel in pratinjau.daftar_tabel] == [("realisasi", True)]


TERBIT: dict[str, tuple[str, Callable[[TahunInstansi], TahunInstansi]]] = {
    "nama edisi rencana": ("edisi_rencana", lambda d: _ganti(d, "edisi_rencana", 0, nama="Lain")),
    "bunyi sasaran": ("simpul", lambda d: _ganti(d, "simpul", 2, uraian="Lain")),
    "simpul baru": (
        "simpul",
        lambda d: replace(d, daftar_simpul=(*d.daftar_simpul, replace(d.daftar_simpul[-1], id="baru"))),
    ),
    "definisi indikator": ("indikator", lambda d: _ganti(d, "indikator", 3, nama="Lain")),
    "nama pejabat": ("pejabat", lambda d: _ganti(d, "pejabat", 0, nama="Contoh Lain")),
    "nomor DPA": ("edisi_pagu", lambda d: _ganti(d, "edisi_pagu", 0, nomor_dokumen="DPA-9")),
    "jumlah pagu": ("pagu", lambda d: _ganti(d, "pagu", 0, sen=100)),
    "pagu hilang": ("pagu", lambda d: _tanpa(d, "pagu", 0)),
    "nama pemetaan": ("edisi_pemetaan", lambda d: _ganti(d, "edisi_pemetaan", 0, nama="Lain")),
    "isi pemetaan": ("pemetaan", lambda d: _tanpa(d, "pemetaan", 0)),
    "target rencana": ("target", lambda d: _ganti(d, "target", 0, nilai=Bilangan(Angka(1), "%"))),
    "target rencana hilang": ("target", lambda d: _tanpa(d, "target", 0)),
}


@pytest.mark.parametrize("nama", list(TERBIT))
def test_an_issued_edition_with_other_content_is_refused_with_what_to_do(data: TahunInstansi, nama: str) -> None:
    tabel, ubah = TERBIT[nama]
    baru = ubah(data)
    assert baru != data
    daftar = preview_muat(baru, lingkup=None).daftar_penolakan
    assert [(satu.sebab, satu.tabel) for satu in daftar] == [(SebabTolak.TERBIT, tabel)]
    assert daftar[0].letak
    assert daftar[0].saran.startswith(("Tambahkan", "Beri", "Biarkan"))
    with pytest.raises(PemuatanDitolak):
        load_ke_basis_data(baru, oleh=None, sidik_paket="")
    tahun = find_tahun(data.instansi.id, data.tahun)
    assert tahun is not None
    assert load_isi_tahun(tahun) == data
    assert Catatan.objects.filter(perbuatan="paket.dimuat").count() == 1


BOLEH: dict[str, Callable[[TahunInstansi], TahunInstansi]] = {
    "target perjanjian yang belum bertanggal": lambda d: _ganti(
        d, "target", _target_pk(d, "pmks"), nilai=Bilangan(Angka(5), "%"), dasar="x"
    ),
    "pohon anggaran": lambda d: _ganti(d, "anggaran", 0, nama="Program lain"),
    "edisi indikator baru": lambda d: replace(
        d,
        daftar_indikator=(
            *d.daftar_indikator,
            replace(d.daftar_indikator[3], edisi="baru", nama="Lain", dicatat_pada=date(2021, 2, 1)),
        ),
    ),
    "edisi pagu baru": lambda d: replace(
        d,
        daftar_edisi_pagu=(*d.daftar_edisi_pagu, replace(d.daftar_edisi_pagu[-1], id="geser", nomor=4)),
        daftar_pagu=(replace(d.daftar_pagu[0], edisi="geser"), *d.daftar_pagu),
        pagu_laporan="geser",
    ),
    "pejabat baru": lambda d: replace(
        d,
        daftar_pejabat=(*d.daftar_pejabat, replace(d.daftar_pejabat[0], dicatat_pada=date(2021, 2, 2), nama="Contoh")),
    ),
    "nilai yang belum diajukan": lambda d: _ganti(d, "nilai_variabel", 0, nilai=Bilangan(Angka(1), "orang")),
}


@pytest.mark.parametrize("nama", list(BOLEH))
def test_what_is_no_issued_edition_may_change(data: TahunInstansi, nama: str) -> None:
    baru = BOLEH[nama](data)
    assert preview_muat(baru, lingkup=None).daftar_penolakan == ()
    load_ke_basis_data(baru, oleh=None, sidik_paket="")
    tahun = find_tahun(data.instansi.id, data.tahun)
    assert tahun is not None
    assert load_isi_tahun(tahun) == baru


def test_an_agreement_keeps_its_targets_once_it_bears_a_date(db: None) -> None:
    data = _ganti(_contoh(), "perjanjian", 0, tanggal=date(2020, 1, 31), nomor="1")
    load_ke_basis_data(data, oleh=None, sidik_paket="")
    nomor = _target_pk(data, "pmks")
    for baru in (
        _ganti(data, "target", nomor, nilai=Bilangan(Angka(5), "%")),
        _ganti(data, "perjanjian", 0, nomor="2"),
        replace(
            _tanpa(data, "perjanjian"), daftar_target=tuple(t for t in data.daftar_target if t.dokumen != "pk-2020")
        ),
    ):
        daftar = preview_muat(baru, lingkup=None).daftar_penolakan
        assert {satu.sebab for satu in daftar} == {SebabTolak.TERBIT}
        assert all("perjanjian perubahan" in satu.saran for satu in daftar)


def test_an_edition_that_another_year_brought_in_is_protected_too(data: TahunInstansi) -> None:
    nanti = replace(data, tahun=2021, daftar_analisis=())
    assert not preview_muat(nanti, lingkup=None).is_ditolak
    daftar = preview_muat(_ganti(nanti, "indikator", 3, nama="Lain"), lingkup=None).daftar_penolakan
    assert [(satu.sebab, satu.tabel, satu.letak) for satu in daftar] == [
        (
            SebabTolak.TERBIT,
            "indikator",
            f"indikator {data.daftar_indikator[3].indikator}, edisi {data.daftar_indikator[3].edisi}",
        )
    ]


def test_the_same_plan_edition_states_the_same_targets_in_every_year(data: TahunInstansi) -> None:
    nanti = replace(data, tahun=2021, daftar_analisis=())
    lama = data.daftar_target[0]
    (tolak,) = preview_muat(_ganti(nanti, "target", 0, nilai=Bilangan(Angka(1), "%")), lingkup=None).daftar_penolakan
    assert tolak.sebab is SebabTolak.TERBIT
    assert "Buku tahun 2020 mengutip target lain" in tolak.pesan
    assert lama.dokumen in tolak.letak
    assert not preview_muat(_tanpa(nanti, "target", 0), lingkup=None).is_ditolak


PENGUBAH_HASIL: dict[str, tuple[str, Callable[[TahunInstansi], TahunInstansi]]] = {
    "nilai": ("pmks", lambda d: _ganti(d, "nilai_variabel", 0, nilai=Bilangan(Angka(1), "orang"))),
    "sumber nilai": ("pmks", lambda d: _ganti(d, "nilai_variabel", 0, sumber="Laporan lain")),
    "bukti nilai": ("pmks", lambda d: _ganti(d, "nilai_variabel", 0, bukti="bukti.pdf")),
    "nilai dihapus": ("pmks", lambda d: _tanpa(d, "nilai_variabel", 0)),
    "target": ("pmks", lambda d: _ganti(d, "target", _target_pk(d, "pmks"), nilai=Bilangan(Angka(3), "%"))),
    "edisi": (
        "pmks",
        lambda d: replace(
            d,
            daftar_indikator=(
                *d.daftar_indikator,
                replace(
                    d.daftar_indikator[2],
                    edisi="baru",
                    nama="Lain",
                    berlaku_mulai=date(2020, 2, 1),
                    dicatat_pada=date(2021, 2, 1),
                ),
            ),
        ),
    ),
    "skala": (
        "pmks",
        lambda d: _ganti(
            d, "skala", 0, kelas=tuple(replace(k, label=f"{k.label} sekali") for k in d.daftar_skala[0].kelas)
        ),
    ),
    "kebijakan": ("pmks", lambda d: replace(d, kebijakan=replace(d.kebijakan, batas=Angka(1)))),
    "pagu triwulan": ("pmks", lambda d: replace(d, pagu_triwulan=("t32", *d.pagu_triwulan[1:]))),
    "realisasi anggaran": ("kla", lambda d: _tambah_realisasi(d, "kla")),
}


def _tambah_realisasi(data: TahunInstansi, indikator: str) -> TahunInstansi:
    """Add a rupiah to what was spent for an indicator in the first quarter."""
    hasil = HasilTahun(data)
    edisi = hasil.anggaran.edisi_untuk(Periode(2020, 1))
    asal = hasil.efisiensi(indikator, Periode(2020, 1), edisi).asal()
    kode = {read_identitas(satu).nama for satu in asal if read_identitas(satu).besaran == "realisasi_anggaran"}
    nomor = next(
        n for n, r in enumerate(data.daftar_realisasi) if r.kode in kode and r.periode == Periode(2020, 1) and r.sen
    )
    return _ganti(data, "realisasi", nomor, sen=data.daftar_realisasi[nomor].sen + 100)


@pytest.mark.parametrize("nama", list(PENGUBAH_HASIL))
def test_a_change_of_an_approved_result_is_refused_with_its_quarter(data: TahunInstansi, nama: str) -> None:
    indikator, ubah = PENGUBAH_HASIL[nama]
    baru = ubah(data)
    assert not preview_muat(baru, lingkup=None).is_ditolak, "belum terkunci"
    _kunci_triwulan(data, 1, indikator=indikator)
    daftar = [satu for satu in preview_muat(baru, lingkup=None).daftar_penolakan if satu.tabel != "kebijakan"]
    assert [(satu.sebab, satu.triwulan, satu.letak) for satu in daftar] == [(SebabTolak.TERKUNCI, 1, indikator)]
    assert "Triwulan I Tahun 2020 sudah disahkan" in daftar[0].pesan
    with pytest.raises(PemuatanDitolak):
        load_ke_basis_data(baru, oleh=None, sidik_paket="")


@pytest.mark.parametrize("status", [StatusPengukuran.DIAJUKAN, StatusPengukuran.DIVERIFIKASI])
def test_a_quarter_that_is_under_review_is_locked_as_well(data: TahunInstansi, status: StatusPengukuran) -> None:
    _kunci_triwulan(data, 1, status=status, indikator="pmks")
    _, ubah = PENGUBAH_HASIL["nilai"]
    (tolak,) = preview_muat(ubah(data), lingkup=None).daftar_penolakan
    assert f"Triwulan I Tahun 2020 sudah {status.label.lower()}" in tolak.pesan


@pytest.mark.parametrize("status", [StatusPengukuran.DRAF, StatusPengukuran.DIKEMBALIKAN])
def test_a_quarter_that_is_with_its_author_may_change(data: TahunInstansi, status: StatusPengukuran) -> None:
    _kunci_triwulan(data, 1, status=status, indikator="pmks")
    _, ubah = PENGUBAH_HASIL["nilai"]
    assert not preview_muat(ubah(data), lingkup=None).is_ditolak


def test_what_a_locked_quarter_does_not_rest_on_may_change(data: TahunInstansi) -> None:
    _kunci_triwulan(data, 1, indikator="pmks")
    nomor = next(n for n, v in enumerate(data.daftar_nilai_variabel) if v.periode == Periode(2020, 3))
    baru = _ganti(data, "nilai_variabel", nomor, nilai=Bilangan(Angka(1500), "orang"))
    assert not preview_muat(baru, lingkup=None).is_ditolak
    load_ke_basis_data(baru, oleh=None, sidik_paket="")


def test_the_last_quarter_answers_for_the_year(data: TahunInstansi) -> None:
    _kunci_triwulan(data, 4, indikator="pmks")
    nomor = _target_pk(data, "pmks")
    (tolak,) = preview_muat(_ganti(data, "target", nomor, nilai=Bilangan(Angka(5), "%")), lingkup=None).daftar_penolakan
    assert tolak.triwulan == 4
    assert "capaian Tahun 2020" in tolak.pesan


def test_the_mean_of_a_quarter_that_is_approved_as_a_whole_is_kept(data: TahunInstansi) -> None:
    lain = next(satu for satu in RataRata if satu is not data.kebijakan.rata_rata)
    baru = replace(data, kebijakan=replace(data.kebijakan, rata_rata=lain))
    _kunci_triwulan(data, 4)
    daftar = preview_muat(baru, lingkup=None).daftar_penolakan
    assert ("instansi", 4) in {(satu.tabel, satu.triwulan) for satu in daftar}


def test_dropping_a_locked_indicator_is_refused(data: TahunInstansi) -> None:
    _kunci_triwulan(data, 1, indikator="kla")
    tanpa = {f"daftar_{n}": tuple(b for b in getattr(data, f"daftar_{n}") if b.indikator != "kla")
             for n in ("indikator", "target", "nilai_tercatat", "pembanding", "pemetaan", "analisis")}  # fmt: skip
    daftar = preview_muat(replace(data, **tanpa), lingkup=None).daftar_penolakan
    assert "tidak ada lagi" in next(satu.pesan for satu in daftar if satu.sebab is SebabTolak.TERKUNCI)


def test_conventions_stand_fast_once_a_quarter_is_approved_even_where_no_result_would_change(
    data: TahunInstansi,
) -> None:
    lain = replace(data, kebijakan=replace(data.kebijakan, dasar="Keputusan lain"))
    _kunci_triwulan(data, 1, status=StatusPengukuran.DIAJUKAN, indikator="pmks")
    assert not preview_muat(lain, lingkup=None).is_ditolak
    _kunci_triwulan(data, 2, indikator="pmks")
    (tolak,) = preview_muat(lain, lingkup=None).daftar_penolakan
    assert (tolak.sebab, tolak.tabel, tolak.letak) == (SebabTolak.TERKUNCI, "kebijakan", "dasar")
    assert tolak.pesan == "Triwulan II sudah disahkan (1 indikator); kembalikan pengukurannya lebih dahulu."
    with pytest.raises(PemuatanDitolak):
        load_ke_basis_data(lain, oleh=None, sidik_paket="")
    assert EdisiKebijakan.objects.count() == 1


def test_words_may_change_over_an_approved_year_and_the_history_keeps_both_and_the_results_stay(db: None) -> None:
    data = _contoh()
    tahun = load_ke_basis_data(data, oleh=None, sidik_paket="").tahun
    perencana, pimpinan = (buat_pengguna(peran.value, peran) for peran in (Peran.PERENCANA, Peran.PIMPINAN))
    for periode in ("tw1", "tw2", "tw3", "tw4"):
        sahkan_semua(perencana, perencana, pimpinan, periode)
    semula = list(HasilDisahkan.objects.order_by("pk").values())
    assert len(semula) > 100
    lama = data.daftar_narasi[0]
    load_ke_basis_data(_ganti(data, "narasi", 0, teks="Ditulis ulang."), oleh=None, sidik_paket="")
    rincian = json.loads(Catatan.objects.filter(perbuatan="paket.dimuat").latest("nomor").isi)["rincian"]
    assert rincian["narasi"]["diubah"] == [[lama.kunci, "teks", lama.teks, "Ditulis ulang."]]
    assert list(HasilDisahkan.objects.order_by("pk").values()) == semula
    kini = find_tahun(tahun.instansi.kode, tahun.tahun)
    assert kini is not None
    hasil = HasilTahun(load_isi_tahun(kini))
    assert not any(is_berbeda(hasil, baris) for baris in query_disahkan(kini))


def test_an_agreement_that_was_signed_here_keeps_its_targets_without_a_date_of_its_own(data: TahunInstansi) -> None:
    baru = _ganti(data, "target", _target_pk(data, "pmks"), nilai=Bilangan(Angka(5), "%"))
    assert not preview_muat(baru, lingkup=None).is_ditolak
    tahun = TahunKinerja.objects.get(tahun=data.tahun)
    Dokumen.objects.create(
        tahun=tahun, jenis="perjanjian", rujukan="pk-2020", judul="PK", status=StatusDokumen.DITANDATANGANI,
        nomor="1", tanggal=date(2020, 1, 31),
    )  # fmt: skip
    daftar = preview_muat(baru, lingkup=None).daftar_penolakan
    assert [(satu.sebab, satu.tabel) for satu in daftar] == [(SebabTolak.TERBIT, "target")]


MUAT: dict[str, tuple[str, Callable[[TahunInstansi], TahunInstansi]]] = {
    "tahun": ("umum", lambda d: replace(d, tahun=1999)),
    "id instansi": ("instansi", lambda d: replace(d, instansi=replace(d.instansi, id="Dinas Sosial"))),
    "id instansi panjang": ("instansi", lambda d: replace(d, instansi=replace(d.instansi, id="a" * 81))),
    "nama": ("edisi_pagu", lambda d: _ganti(d, "edisi_pagu", 0, nama="n" * 201)),
    "kode": ("unit", lambda d: replace(d, daftar_unit=(*d.daftar_unit, replace(d.daftar_unit[-1], id="u" * 81)))),
    "garis miring": (
        "variabel",
        lambda d: replace(d, daftar_variabel=(*d.daftar_variabel, replace(d.daftar_variabel[0], id="a/b", label="ab"))),
    ),
    "label kelas": (
        "kelas",
        lambda d: _ganti(d, "skala", 0, kelas=(replace(d.daftar_skala[0].kelas[0], label="k" * 201),)),
    ),
    "kelas bukti": ("variabel", lambda d: _ganti(d, "variabel", 0, kelas_bukti="umum")),
}


@pytest.mark.django_db
@pytest.mark.parametrize("nama", list(MUAT))
def test_what_the_database_cannot_hold_is_refused_the_same_on_every_database(nama: str) -> None:
    tabel, ubah = MUAT[nama]
    baru = ubah(_contoh())
    daftar = preview_muat(baru, lingkup=None).daftar_penolakan
    assert [(satu.sebab, satu.tabel) for satu in daftar] == [(SebabTolak.TIDAK_MUAT, tabel)]
    with pytest.raises(PemuatanDitolak):
        load_ke_basis_data(baru, oleh=None, sidik_paket="")
    assert not TahunKinerja.objects.exists()


def test_codes_of_a_deep_tree_that_are_too_long_together_are_refused(db: None) -> None:
    data = _contoh()
    daftar = list(data.daftar_unit)
    for nomor in range(14):
        induk = daftar[-1].id if nomor else daftar[0].id
        daftar.append(replace(daftar[0], id=f"{nomor:02d}{'u' * 78}", induk=induk))
    daftar_tolak = preview_muat(replace(data, daftar_unit=tuple(daftar)), lingkup=None).daftar_penolakan
    assert {(satu.sebab, satu.tabel) for satu in daftar_tolak} == {(SebabTolak.TIDAK_MUAT, "unit")}


def test_somebody_without_the_right_learns_nothing_of_what_is_stored(data: TahunInstansi) -> None:
    for peran, lain in ((Peran.PEMBACA, {}), (Peran.PERENCANA, {"unit": "bid-rehab"})):
        lingkup = get_lingkup(buat_pengguna(peran.value, peran, **lain), pada=date(2021, 1, 5))
        pratinjau = preview_muat(replace(data, daftar_isu=()), lingkup=lingkup)
        assert [satu.sebab for satu in pratinjau.daftar_penolakan] == [SebabTolak.HAK]
        assert (pratinjau.daftar_tabel, pratinjau.nomor_riwayat) == ((), 0)
        with pytest.raises(PemuatanDitolak):
            load_ke_basis_data(data, oleh=lingkup.pengguna, sidik_paket="", lingkup=lingkup)
    lingkup = get_lingkup(buat_pengguna("boleh", Peran.PERENCANA), pada=date(2021, 1, 5))
    assert preview_muat(replace(data, daftar_isu=()), lingkup=lingkup).jumlah == (0, 0, len(data.daftar_isu))
