"""What people fill in about a document."""

from __future__ import annotations

from typing import Any

from django import forms

from tolok.web.pelaporan.berkas import BATAS_UNGGAHAN, find_akhiran

_BATAS = BATAS_UNGGAHAN // (1024 * 1024)


class FormAlasan(forms.Form):
    """Why a document is sent back, replaced or revoked."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=2000,
        widget=forms.Textarea(attrs={"class": "form-control", "rows": "3"}),
        error_messages={"required": "Isi alasannya."},
    )


class FormTandaTangan(forms.Form):
    """How a document was signed."""

    nomor = forms.CharField(
        label="Nomor dokumen",
        max_length=120,
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
        error_messages={"required": "Isi nomor dokumen seperti tercetak pada lembar yang ditandatangani."},
    )
    tanggal = forms.DateField(
        label="Tanggal tanda tangan",
        widget=forms.DateInput(attrs={"class": "form-control", "type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Isi tanggal seperti tercetak pada dokumen.",
            "invalid": "Tanggal ini tidak terbaca. Tulis tahun-bulan-hari, misalnya 2021-02-26.",
        },
    )
    berkas = forms.FileField(
        label="Pindaian atau PDF yang ditandatangani",
        widget=forms.FileInput(attrs={"class": "form-control", "accept": ".pdf,.png,.jpg,.jpeg"}),
        error_messages={
            "required": "Pilih pindaian atau PDF yang sudah ditandatangani.",
            "empty": "Berkas ini kosong. Pilih pindaian atau PDF yang sudah ditandatangani.",
        },
    )

    def clean_berkas(self) -> Any:
        """Refuse what is too large or no PDF, PNG or JPEG by its first bytes."""
        berkas = self.cleaned_data["berkas"]
        if (berkas.size or 0) > BATAS_UNGGAHAN:
            raise forms.ValidationError(f"Berkas ini lebih dari {_BATAS} MB. Kecilkan hasil pindaiannya.")
        awal = berkas.read(16)
        berkas.seek(0)
        if find_akhiran(awal) is None:
            raise forms.ValidationError("Berkas ini bukan PDF, PNG, atau JPEG. Pindai sebagai PDF, lalu pilih lagi.")
        return berkas


def list_bidang(formulir: forms.Form) -> list[dict[str, Any]]:
    """Return the fields of a form as the template draws them: with label, errors, and what describes them."""
    return [
        {
            "id": bidang.id_for_label,
            "label": bidang.label,
            "isian": bidang.as_widget(
                attrs={"aria-invalid": "true", "aria-describedby": f"{bidang.id_for_label}-salah"}
                if bidang.errors
                else {}
            ),
            "daftar_salah": [str(satu) for satu in bidang.errors],
        }
        for bidang in formulir
    ]
