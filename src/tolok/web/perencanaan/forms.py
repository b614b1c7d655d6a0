"""What people type about the plan, read into core values or refused with a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms

from tolok.core.angka import Angka
from tolok.core.baca_angka import GalatBaca, read_nilai
from tolok.core.cetak_angka import format_angka
from tolok.core.kebijakan import Kebijakan, KebijakanNol, RumusTurun
from tolok.core.nilai import Bilangan
from tolok.core.skala import JENIS_KATEGORI, Skala, check_skala
from tolok.web.perencanaan.tampil.kebijakan import DAFTAR_POKOK, NAMA_LAIN
from tolok.web.simpan.bidang import to_mikro

_SERATUS: Final = Angka(100)
_TEKS_PANJANG: Final = 1000
_ISIAN_ANGKA: Final = {"class": "form-control", "inputmode": "decimal", "autocomplete": "off"}
_PILIHAN: Final = {"class": "form-select"}
_TULISAN: Final = {"class": "form-control", "rows": 2}
_TANPA_BATAS: Final = "Pilihan “sebesar batas capaian” memerlukan batas capaian. Isi batasnya, atau pilih yang lain."


class PersenField(forms.Field):
    """Points of percent as an officer types them: ``120``, ``120%``, ``97,5``; empty is ``None``."""

    def to_python(self, value: str | None) -> Angka | None:
        """Return the number, exact."""
        teks = (value or "").strip()
        if not teks:
            return None
        try:
            nilai = read_nilai(teks, satuan="%")
        except GalatBaca as galat:
            raise forms.ValidationError(str(galat)) from galat
        if not isinstance(nilai, Bilangan):
            raise forms.ValidationError(f"“{teks}” bukan satu angka. Tulis misalnya 120.")
        to_mikro(nilai.angka)
        return nilai.angka


class KebijakanFormDasar(forms.Form):
    """The conventions of a year."""

    def __init__(self, *args: Any, daftar_skala: Sequence[Skala], **kwargs: Any) -> None:
        """``daftar_skala`` are the scales of the year."""
        super().__init__(*args, **kwargs)
        self._daftar_skala = daftar_skala
        self.fields = {**make_bidang_kebijakan(daftar_skala), **self.fields}

    def clean_skala(self) -> str:
        """Refuse a scale that cannot classify."""
        dipilih: str = self.cleaned_data["skala"]
        for skala in self._daftar_skala:
            if skala.id == dipilih and (daftar_masalah := check_skala(skala)):
                raise forms.ValidationError(f"Skala ini tidak dapat dipakai. {' '.join(daftar_masalah)}")
        return dipilih

    def clean(self) -> dict[str, Any]:
        """Refuse choices that point to a cap which is not declared."""
        isi = super().clean() or {}
        for kunci in _list_batas_kosong(isi):
            self.add_error(kunci, _TANPA_BATAS)
        return isi

    def make_kebijakan(self) -> Kebijakan:
        """Return the conventions of a valid form."""
        kunci = ("batas", "bagian_minimum", "skala", "dasar", *(pokok.kunci for pokok in DAFTAR_POKOK))
        return Kebijakan(**{nama: self.cleaned_data[nama] for nama in kunci})


class PengandaianForm(KebijakanFormDasar):
    """Conventions to try out: what is not given stays as it is."""

    def __init__(self, data: Mapping[str, str], *, kini: Kebijakan, daftar_skala: Sequence[Skala]) -> None:
        """``kini`` are the conventions in force."""
        super().__init__({**make_awal(kini), **data}, daftar_skala=daftar_skala)


class KebijakanForm(KebijakanFormDasar):
    """Conventions to set, with the reason, and the version of the year they were read at."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    alasan = forms.CharField(
        label="Alasan perubahan",
        widget=forms.Textarea(attrs=_TULISAN),
        max_length=_TEKS_PANJANG,
        help_text="Dicatat dalam riwayat dan tampil di halaman Pengaturan.",
        error_messages={"required": "Tulis alasan perubahannya."},
    )


def make_bidang_kebijakan(daftar_skala: Sequence[Skala]) -> dict[str, forms.Field]:
    """Return a field for each convention."""
    ber_kelas = [(skala.id, skala.nama) for skala in daftar_skala if skala.jenis != JENIS_KATEGORI]
    return {
        "batas": PersenField(
            label=NAMA_LAIN["batas"],
            widget=forms.TextInput(attrs=_ISIAN_ANGKA),
            required=False,
            help_text="Persen, paling rendah 100. Kosongkan bila tanpa batas.",
            validators=[_periksa_batas],
        ),
        **{
            pokok.kunci: forms.TypedChoiceField(
                label=pokok.nama,
                help_text=pokok.penjelasan,
                choices=[(nilai.value, kata) for nilai, (kata, _) in pokok.pilihan.items()],
                coerce=type(next(iter(pokok.pilihan))),
                widget=forms.Select(attrs=_PILIHAN),
            )
            for pokok in DAFTAR_POKOK
        },
        "bagian_minimum": PersenField(
            label=NAMA_LAIN["bagian_minimum"],
            widget=forms.TextInput(attrs=_ISIAN_ANGKA),
            help_text="Persen indikator yang harus terukur sebelum rata-rata diberi predikat, 0 sampai 100.",
            validators=[_periksa_bagian],
        ),
        "skala": forms.ChoiceField(
            label=NAMA_LAIN["skala"],
            required=False,
            choices=[("", "Tanpa skala: predikat tidak diberikan"), *ber_kelas],
            widget=forms.Select(attrs=_PILIHAN),
        ),
        "dasar": forms.CharField(
            label=NAMA_LAIN["dasar"],
            required=False,
            max_length=_TEKS_PANJANG,
            widget=forms.Textarea(attrs=_TULISAN),
            help_text="Keputusan atau pedoman yang menetapkannya; dicetak dalam laporan.",
        ),
    }


def make_awal(kebijakan: Kebijakan) -> dict[str, str]:
    """Return conventions as a form shows them."""
    awal = {pokok.kunci: getattr(kebijakan, pokok.kunci).value for pokok in DAFTAR_POKOK}
    batas = "" if kebijakan.batas is None else format_angka(kebijakan.batas)
    return {
        **awal,
        "batas": batas,
        "bagian_minimum": format_angka(kebijakan.bagian_minimum),
        "skala": kebijakan.skala,
        "dasar": kebijakan.dasar,
    }


def _list_batas_kosong(isi: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the choices that point to the cap where none is declared; the difference formula needs none."""
    if isi.get("batas") is not None or "batas" not in isi:
        return ()
    kunci = ["turun_target_nol", "naik_target_nol"]
    if isi.get("rumus_turun") is RumusTurun.NISBAH:
        kunci.append("turun_realisasi_nol")
    return tuple(nama for nama in kunci if isi.get(nama) is KebijakanNol.BATAS)


def _periksa_batas(angka: Angka) -> None:
    if angka < _SERATUS:
        raise forms.ValidationError("Batas capaian paling rendah 100%: capaian yang memenuhi target tidak dipotong.")


def _periksa_bagian(angka: Angka) -> None:
    if not 0 <= angka <= _SERATUS:
        raise forms.ValidationError("Isi antara 0 dan 100.")
