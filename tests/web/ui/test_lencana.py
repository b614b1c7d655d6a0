"""The badges."""

from __future__ import annotations

import re

import pytest
from tests.web.ui.alat import render

from tolok.core.angka import Angka
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Nilai,
    Tanda,
    TidakDapatDihitung,
)
from tolok.web.jobs.models import StatusPekerjaan
from tolok.web.organisasi.models import StatusEdisi
from tolok.web.pelaporan.models import StatusDokumen
from tolok.web.pengukuran.models import StatusPengukuran
from tolok.web.perjanjian.models import StatusPerjanjian
from tolok.web.ui.ikon import IkonTidakAda
from tolok.web.ui.lencana import LENCANA, LencanaTidakAda, list_lencana_nilai


def _kata(html: str) -> list[str]:
    return re.findall(r"</svg>([^<]+)</span>", html)


@pytest.mark.parametrize(
    "status", [*StatusPengukuran, *StatusPerjanjian, *StatusDokumen, *StatusEdisi, *StatusPekerjaan]
)
def test_every_stored_state_has_a_badge_with_its_own_word(status: StatusPengukuran) -> None:
    assert LENCANA[status.value].kata == status.label


@pytest.mark.parametrize("jenis", JenisTanda)
def test_every_mark_of_a_value_has_a_badge(jenis: JenisTanda) -> None:
    nilai = Bilangan(Angka(1), "%", (Tanda(jenis, "sebab"),))
    assert len(list_lencana_nilai(nilai)) == 1


@pytest.mark.parametrize("kunci", LENCANA)
def test_a_badge_says_in_word_and_icon_what_its_colour_says(kunci: str) -> None:
    html = render("{% lencana kunci %}", kunci=kunci)
    assert _kata(html) == [LENCANA[kunci].kata]
    assert f'#i-{LENCANA[kunci].ikon}"' in html


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (Bilangan(Angka(1), "%"), []),
        (BelumAda(AlasanBelumAda.BELUM_WAKTUNYA), ["Belum diukur"]),
        (BelumAda(AlasanBelumAda.BELUM_DIISI), ["Belum diisi"]),
        (BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI), ["Tidak dievaluasi"]),
        (TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, "nol"), ["Tidak dapat dihitung"]),
        (Bilangan(Angka(1), "%", (Tanda(JenisTanda.TAHUN_DATA, "survei", 2019),)), ["Tahun data 2019"]),
        (
            Bilangan(Angka(1), "%", (Tanda(JenisTanda.SEMENTARA, "a"), Tanda(JenisTanda.BERTENTANGAN, "b"))),
            ["Sementara", "Bertentangan"],
        ),
        (Bilangan(Angka(1), "%", (Tanda(JenisTanda.SEMENTARA, "a"), Tanda(JenisTanda.SEMENTARA, "b"))), ["Sementara"]),
    ],
)
def test_a_value_carries_the_badges_of_its_state_and_marks(nilai: Nilai, kata: list[str]) -> None:
    assert _kata(render("{% lencana_nilai nilai %}", nilai=nilai)) == kata


def test_an_unknown_badge_or_icon_is_refused_by_name() -> None:
    with pytest.raises(LencanaTidakAda, match="selesai_semua"):
        render("{% lencana 'selesai_semua' %}")
    with pytest.raises(IkonTidakAda, match="kucing"):
        render("{% ikon 'kucing' %}")


def test_the_word_of_a_badge_is_escaped() -> None:
    assert "<b>" not in render("{% lencana 'draf' kata=kata %}", kata="<b>x</b>")


@pytest.mark.parametrize(
    ("status", "alur", "daftar"),
    [
        ("draf", "kerja", ["kini Draf", "Diajukan", "Diverifikasi", "Disahkan"]),
        ("diverifikasi", "kerja", ["sudah Draf", "sudah Diajukan", "kini Diverifikasi", "Disahkan"]),
        (
            "dikembalikan",
            "kerja",
            ["sudah Draf", "sudah Diajukan", "balik kini Dikembalikan", "Diverifikasi", "Disahkan"],
        ),
        ("siap", "dokumen", ["sudah Konsep", "kini Siap tanda tangan", "Ditandatangani"]),
        ("diganti", "dokumen", ["sudah Konsep", "sudah Siap tanda tangan", "sudah Ditandatangani", "kini Diganti"]),
    ],
)
def test_the_steps_show_where_the_work_stands(status: str, alur: str, daftar: list[str]) -> None:
    html = render("{% langkah status alur=alur sebutan='Alur' %}", status=status, alur=alur)
    ada = re.findall(r'<li class="(\w*)"( aria-current="step")?><i></i>([^<]+)</li>', html)
    assert [" ".join(filter(None, (kelas, "kini" if kini else "", kata))) for kelas, kini, kata in ada] == daftar
