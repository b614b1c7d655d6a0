"""A document as pages show it: state, files, and the steps its reader may take."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from tolok.core.angka import Angka
from tolok.core.cetak_angka import format_angka
from tolok.web.jobs.models import StatusPekerjaan
from tolok.web.pelaporan.models import StatusDokumen
from tolok.web.pelaporan.queries.dokumen import BarisDokumen, InfoBerkas, InfoTerbitan, is_konsep_tampak
from tolok.web.pelaporan.tampilan import IKON_FORMAT, NAMA_FORMAT, format_ukuran
from tolok.web.perencanaan.konteks import Konteks


@dataclass(frozen=True, slots=True)
class TampilanBerkas:
    """A file to download."""

    berkas: InfoBerkas
    alamat: str

    @property
    def sebutan(self) -> str:
        """The name of its format."""
        return NAMA_FORMAT[self.berkas.format]

    @property
    def ikon(self) -> str:
        """The icon of its format."""
        return IKON_FORMAT[self.berkas.format]

    @property
    def ukuran(self) -> str:
        """How large it is."""
        return format_ukuran(self.berkas.ukuran)


class TampilanTerbitan:
    """A snapshot with its files."""

    def __init__(self, konteks: Konteks, terbitan: InfoTerbitan) -> None:
        self.terbitan = terbitan
        self.daftar_berkas = tuple(
            TampilanBerkas(satu, _alamat(konteks, "dokumen_unduh", berkas=satu.pk)) for satu in terbitan.daftar_berkas
        )
        self.nomor = format_angka(Angka(terbitan.nomor))
        self.riwayat = format_angka(Angka(terbitan.nomor_riwayat))
        boleh = konteks.is_boleh("riwayat.lihat") and terbitan.nomor_riwayat
        self.alamat_riwayat = _alamat(konteks, "riwayat_catatan", nomor=terbitan.nomor_riwayat) if boleh else ""


class TampilanBaris:
    """A document of a list or of its own page."""

    def __init__(self, konteks: Konteks, baris: BarisDokumen) -> None:
        self.baris = baris
        self._konteks = konteks

    @property
    def id(self) -> str:
        """The id of its element on the page."""
        bagian = (self.baris.jenis, self.baris.rujukan, f"v{self.baris.ke}")
        return "dok-" + "-".join("".join(h if h.isalnum() else "_" for h in satu) for satu in bagian if satu)

    @property
    def judul(self) -> str:
        """What it is called; a later version says which."""
        return f"{self.baris.judul} (versi {self.baris.ke})" if self.baris.ke > 1 else self.baris.judul

    @cached_property
    def terbitan(self) -> TampilanTerbitan | None:
        """Its last snapshot."""
        return TampilanTerbitan(self._konteks, self.baris.terbitan) if self.baris.terbitan else None

    @property
    def is_dikerjakan(self) -> bool:
        """Whether a job makes its files now."""
        return self.baris.pekerjaan is not None and self.baris.pekerjaan.is_terbuka

    @property
    def langkah(self) -> str:
        """How far the job is, in words."""
        satu = self.baris.pekerjaan
        if satu is None:
            return ""
        if satu.status == StatusPekerjaan.MENUNGGU:
            return "Menunggu giliran"
        langkah, jumlah = (format_angka(Angka(n)) for n in (satu.langkah, satu.jumlah_langkah))
        return f"{satu.sebutan or 'Mulai'} ({langkah} dari {jumlah})" if satu.jumlah_langkah else "Mulai"

    @property
    def pesan_gagal(self) -> str:
        """Why the last job failed, ``""`` if it did not."""
        satu = self.baris.pekerjaan
        return satu.pesan if satu is not None and satu.status == StatusPekerjaan.GAGAL else ""

    @property
    def is_konsep(self) -> bool:
        """Whether its files can still be made."""
        return self.baris.status == StatusDokumen.KONSEP

    @property
    def is_perlu_dibuat(self) -> bool:
        """Whether the reader may ask for its files, and they are missing or made from other data."""
        is_sesuai = self.baris.terbitan is not None and not self.baris.is_berubah
        return bool(self.alamat_buat) and not self.is_dikerjakan and not is_sesuai

    @property
    def alamat(self) -> str:
        """Its own page."""
        return self._alamat("dokumen")

    @property
    def alamat_daftar(self) -> str:
        """Where its row is read again while a job runs."""
        return f"{_alamat(self._konteks, 'dokumen_daftar')}?dokumen={self.baris.jenis}/{self.baris.rujukan}"

    @property
    def alamat_buat(self) -> str:
        """Where its files are asked for, ``""`` if the reader may not or it is no draft."""
        if not (self.is_konsep and self.baris.is_terakhir and self.baris.is_bersumber):
            return ""
        return self._alamat("dokumen_buat") if self._is_boleh("dokumen.buat") else ""

    @property
    def alamat_pratinjau(self) -> str:
        """Where it is shown as it would be made now, ``""`` if the reader may not see drafts."""
        if not self.baris.is_bersumber or not is_konsep_tampak(self._konteks):
            return ""
        if self.baris.jenis == "lkjip":
            boleh = self._is_boleh("lkjip.lihat")
            return _alamat(self._konteks, "lkjip") if boleh else ""
        return self._alamat("dokumen_pratinjau")

    def _is_boleh(self, aksi: str) -> bool:
        return self._konteks.is_boleh_seluruh(aksi)

    def _alamat(self, nama: str, **lain: Any) -> str:
        rujukan = {"rujukan": self.baris.rujukan} if self.baris.rujukan else {}
        return _alamat(self._konteks, nama, jenis=self.baris.jenis, **rujukan, **lain)

    @cached_property
    def daftar_langkah(self) -> tuple[tuple[str, str, str], ...]:
        """The steps the reader may take with it: address, word, icon."""
        if self.baris.pk is None or not self.baris.is_terakhir:
            return ()
        daftar = []
        for nama, kata, ikon in _LANGKAH_PER_STATUS[self.baris.status]:
            aksi = "dokumen.cabut" if nama == "cabut" else "dokumen.terbitkan"
            if nama == "siap" and self.baris.terbitan is None:
                continue
            if self._is_boleh(aksi):
                view = "dokumen_cabut" if nama == "cabut" else "dokumen_langkah"
                lain = {} if nama == "cabut" else {"langkah": nama}
                daftar.append((self._alamat(view, **lain), kata, ikon))
        return tuple(daftar)


_LANGKAH_PER_STATUS = {
    StatusDokumen.KONSEP: (("siap", "Siapkan untuk tanda tangan", "signature"),),
    StatusDokumen.SIAP: (
        ("tanda-tangan", "Catat tanda tangan", "signature"),
        ("kembali", "Kembalikan ke konsep", "arrow-back-up"),
    ),
    StatusDokumen.DITANDATANGANI: (("ganti", "Buat pengganti", "replace"), ("cabut", "Cabut", "ban")),
    StatusDokumen.DIGANTI: (),
    StatusDokumen.DICABUT: (("ganti", "Buat pengganti", "replace"),),
}


def _alamat(konteks: Konteks, nama: str, **kunci: Any) -> str:
    bersama = {"instansi": konteks.instansi, "tahun": konteks.periode.tahun, "periode": konteks.periode.kunci}
    return reverse(nama, kwargs={**bersama, **kunci})
