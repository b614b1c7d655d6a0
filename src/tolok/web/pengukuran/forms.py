"""The form of one value: what was typed, as it was typed; reading it is for the operation."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from django import forms

from tolok.core.cetak_angka import LABEL_BELUM_ADA
from tolok.core.nilai import BelumAda, JenisTanda, Tanda
from tolok.web.pengukuran.baca_isian import Isian, IsianTidakTerbaca
from tolok.web.pengukuran.sel_isian import SelIsian

NAMA_TANDA: Final = {
    JenisTanda.SEMENTARA: "Sementara",
    JenisTanda.TAHUN_DATA: "Tahun data lain",
    JenisTanda.NILAI_LUAR: "Nilai luar, tanpa rincian",
    JenisTanda.BERTENTANGAN: "Bertentangan dengan sumber lain",
    JenisTanda.ALIH_DATA: "Hasil alih data",
}
PILIHAN_ALASAN: Final = [("", "Ada nilainya"), *((alasan.value, label) for alasan, label in LABEL_BELUM_ADA.items())]


class IsianForm(forms.Form):
    """Fields of ``Isian``; each mark is a box with its explanation, the year of the data beside its own."""

    versi = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    nilai = forms.CharField(required=False, strip=False)
    alasan = forms.ChoiceField(required=False, choices=PILIHAN_ALASAN)
    keterangan = forms.CharField(required=False, strip=False)
    sumber = forms.CharField(required=False, strip=False)
    bukti = forms.CharField(required=False, strip=False)
    tahun_data = forms.IntegerField(required=False, min_value=1945, max_value=2200)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for jenis in NAMA_TANDA:
            self.fields[f"tanda_{jenis.value}"] = forms.BooleanField(required=False)
            self.fields[f"ket_{jenis.value}"] = forms.CharField(required=False, strip=False)

    def make_isian(self) -> Isian:
        """
        Return what was typed.

        :raises IsianTidakTerbaca: if a field cannot be read at all, at that field
        """
        if not self.is_valid():
            bidang, daftar = next(iter(self.errors.items()))
            pesan = "Tulis tahunnya, misalnya 2019." if bidang == "tahun_data" else str(daftar[0])
            raise IsianTidakTerbaca(pesan, bidang)
        isi = self.cleaned_data
        if isi[f"tanda_{JenisTanda.TAHUN_DATA.value}"] and not isi["tahun_data"]:
            raise IsianTidakTerbaca("Tulis tahun datanya, misalnya 2019.", "tahun_data")
        tanda = tuple(
            Tanda(
                jenis, isi[f"ket_{jenis.value}"].strip(), isi["tahun_data"] if jenis is JenisTanda.TAHUN_DATA else None
            )
            for jenis in NAMA_TANDA
            if isi[f"tanda_{jenis.value}"]
        )
        return Isian(
            nilai=isi["nilai"],
            alasan=isi["alasan"],
            keterangan=isi["keterangan"],
            tanda=tanda,
            sumber=isi["sumber"],
            bukti=isi["bukti"],
        )


def make_awal(sel: SelIsian) -> dict[str, object]:
    """Return what stands in the form before anything was typed."""
    nilai = sel.nilai
    awal: dict[str, object] = {
        "versi": sel.versi,
        "nilai": sel.teks,
        "sumber": sel.sumber,
        "bukti": sel.bukti,
        "alasan": nilai.alasan.value if isinstance(nilai, BelumAda) and sel.versi else "",
        "keterangan": nilai.keterangan if isinstance(nilai, BelumAda) else "",
    }
    for tanda in nilai.tanda:
        awal |= {f"tanda_{tanda.jenis.value}": True, f"ket_{tanda.jenis.value}": tanda.keterangan}
        if tanda.tahun is not None:
            awal["tahun_data"] = tanda.tahun
    return awal


def make_isian_sebaris(sel: SelIsian, teks: str) -> Isian:
    """Return a value typed into the grid: everything but the number stays as it is."""
    isian = Isian(nilai=teks, tanda=sel.nilai.tanda, sumber=sel.sumber, bukti=sel.bukti)
    if teks.strip() or not sel.versi:
        return isian
    if isinstance(sel.nilai, BelumAda):
        return replace(isian, alasan=sel.nilai.alasan.value, keterangan=sel.nilai.keterangan)
    raise IsianTidakTerbaca("Untuk mengosongkan, buka isian lengkap dan pilih alasannya.")
