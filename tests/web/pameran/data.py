"""What the components of the showcase are shown with: values of the core, as pages hand them on."""

from __future__ import annotations

from typing import Any

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_nilai
from tolok.core.nilai import (
    AlasanBelumAda,
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Nilai,
    Tanda,
    TidakDapatDihitung,
)
from tolok.web.ui.grafik import (
    Besaran,
    choose_warna_serapan,
    make_batang,
    make_dumbel,
    make_garis,
    make_kolom,
    make_palang,
)
from tolok.web.ui.lencana import LENCANA

TRIWULAN = ("I", "II", "III", "IV")
BELUM = BelumAda(AlasanBelumAda.BELUM_WAKTUNYA)
TAK_TERHITUNG = TidakDapatDihitung(AlasanTakTerhitung.PENYEBUT_NOL, "Jumlah kasus 2019 belum diisi.")
TANPA_CAPAIAN = BelumAda(AlasanBelumAda.TIDAK_DIEVALUASI)


def persen(teks: str, *tanda: Tanda) -> Bilangan:
    """Return so many percent."""
    return Bilangan(Angka.from_desimal(teks), "%", tanda)


def _besaran(nama: str, nilai: Nilai) -> Besaran:
    return Besaran(nama, nilai, format_nilai(nilai, digit=2))


def _serapan(teks: str) -> Besaran:
    return _besaran("Serapan", persen(teks))


def _juta(nama: str, teks: str) -> Besaran:
    return Besaran(nama, Bilangan(Angka.from_desimal(teks), "juta"), teks.replace(".", ","))


def make_data() -> dict[str, Any]:
    """Return the context of the showcase page."""
    batas = {"waspada": Angka(50), "baik": Angka(80)}
    daftar_batang = [
        ("80% ke atas", "91,98%", make_batang(persen("91.98"), warna=choose_warna_serapan(persen("91.98"), **batas))),
        ("50–80%", "72,04%", make_batang(persen("72.04"), warna=choose_warna_serapan(persen("72.04"), **batas))),
        ("Di bawah 50%", "45,36%", make_batang(persen("45.36"), warna=choose_warna_serapan(persen("45.36"), **batas))),
        ("TW I–III, kas belum ada", "12,27%", make_batang(persen("12.27"), warna="netral")),
        ("Tanpa nilai", "–", make_batang(BELUM)),
    ]
    tanda = (
        Tanda(JenisTanda.BERTENTANGAN, "LKjIP mencetak 92%"),
        Tanda(JenisTanda.TAHUN_DATA, "survei terakhir", 2019),
    )
    tahun = [_besaran("2019", persen("95"))] + [_besaran(f"TW {r}", persen("70.32")) for r in TRIWULAN]
    return {
        "daftar_lencana": list(LENCANA),
        "daftar_batang": daftar_batang,
        "bertentangan": persen("70.32", *tanda),
        "belum": BELUM,
        "tak_terhitung": TAK_TERHITUNG,
        "dumbel": make_dumbel(
            [
                ("#", _besaran("PMKS terpenuhi kebutuhan dasarnya", persen("81.77")), _serapan("91.98")),
                ("", Besaran("Tenaga kerja perempuan", BELUM, "belum diukur"), _serapan("76.09")),
                ("", Besaran("Penurunan kasus kekerasan", TAK_TERHITUNG, "tak terhitung"), _serapan("89.85")),
                ("", Besaran("Kategori Kota Layak Anak", TANPA_CAPAIAN, "tanpa capaian"), _serapan("96.39")),
            ],
            sebutan="Capaian kinerja dibandingkan dengan serapan anggaran per IKU",
        ),
        "garis": make_garis(tahun, target=_besaran("Target", persen("86")), lawan=_besaran("LKjIP", persen("92"))),
        "garis_kosong": make_garis(
            [_besaran("2019", persen("26.76")), *(Besaran(f"TW {r}", BELUM, "belum diukur") for r in TRIWULAN)],
            target=_besaran("Target", persen("48.25")),
        ),
        "garis_besar": make_garis(
            [_besaran("2016", persen("61.2")), _besaran("2017", persen("68.9")), Besaran("2018", BELUM, "–"),
             _besaran("2019", persen("95")), _besaran("2020", persen("70.32"))],
            target=_besaran("Target", persen("86")), besar=True,
        ),
        "garis_kategori": make_garis(
            [_besaran("2018", Kategori("Pratama", 1, "kla")), _besaran("2019", Kategori("Madya", 2, "kla"))],
        ),
        "kolom": make_kolom(
            [_juta("TW I", "433.4"), _juta("TW II", "1047.3"), _juta("TW III", "1693.7"), _juta("TW IV", "3057.6")],
            acuan=Besaran("Pagu perubahan", Bilangan(Angka.from_desimal("3531.7"), "juta"), "3.531,7 juta"),
        ),
        "palang": make_palang(
            [
                (_juta("Pegawai", "1200"), "utama"),
                (_juta("Barang", "2000"), "info"),
                (_juta("Modal", "331.7"), "netral"),
            ],
            sebutan="Pagu menurut jenis belanja",
        ),
    }  # fmt: skip
