"""Checks of composite indicators: one whole, its parts of the same sasaran, and nothing recorded for the whole."""

from __future__ import annotations

from datetime import date

from tolok.core.edisi import find_edisi
from tolok.core.indikator import EdisiIndikator, Gabungan
from tolok.core.periode import Periode
from tolok.paket.mentah import BarisMentah
from tolok.paket.urai import Terurai

_TABEL_NILAI = ("target", "nilai_tercatat", "pembanding")


def check_majemuk(terurai: Terurai) -> None:
    """Note parts without a whole, wholes without parts, nesting, and what should have been said of the parts."""
    pemeriksa = _Pemeriksa(terurai)
    for baris, edisi in terurai.tabel["indikator"]:
        if edisi.bagian_dari:
            pemeriksa.periksa_bagian(baris, edisi)
        if edisi.gabungan is not None:
            pemeriksa.periksa_induk(baris, edisi)
    pemeriksa.periksa_nilai()
    pemeriksa.periksa_pemetaan()


class _Pemeriksa:
    def __init__(self, terurai: Terurai) -> None:
        self.terurai = terurai
        self.edisi_per_indikator: dict[str, list[EdisiIndikator]] = {}
        self.bagian_per_induk: dict[str, dict[str, None]] = {}
        for edisi in terurai.isi("indikator"):
            self.edisi_per_indikator.setdefault(edisi.indikator, []).append(edisi)
            if edisi.bagian_dari:
                self.bagian_per_induk.setdefault(edisi.bagian_dari, {})[edisi.indikator] = None

    def periksa_bagian(self, baris: BarisMentah, edisi: EdisiIndikator) -> None:
        """Check one part against its whole; an unknown whole is noted with the other references."""
        induk = self._pilih(edisi.bagian_dari, edisi.berlaku_mulai)
        if edisi.indikator == edisi.bagian_dari:
            self._tolak(baris, "bagian_dari", "Indikator tidak dapat menjadi bagian dari dirinya sendiri; kosongkan.")
        elif edisi.gabungan is not None:
            pesan = (
                "Bagian sebuah indikator majemuk tidak dapat majemuk lagi; kosongkan 'gabungan' atau 'bagian_dari', "
                "dan jadikan semua bagian satu tingkat."
            )
            self._tolak(baris, "gabungan", pesan)
        elif induk is not None and induk.gabungan is None:
            pesan = (
                f"Indikator {edisi.bagian_dari!r} tidak majemuk; isi kolom 'gabungan' indikator itu, atau kosongkan "
                "'bagian_dari' di sini."
            )
            self._tolak(baris, "bagian_dari", pesan)
        elif induk is not None and edisi.simpul not in ("", induk.simpul):
            pesan = (
                f"Bagian mengukur {edisi.simpul!r}, padahal {edisi.bagian_dari!r} mengukur {induk.simpul!r}; samakan "
                "atau kosongkan."
            )
            self._tolak(baris, "simpul", pesan)
        elif induk is not None and induk.gabungan is Gabungan.BERBOBOT and not edisi.bobot:
            pesan = f"Capaian {edisi.bagian_dari!r} berbobot; isi bobot setiap bagiannya."
            self._tolak(baris, "bobot", pesan)

    def periksa_induk(self, baris: BarisMentah, edisi: EdisiIndikator) -> None:
        """Check one composite indicator."""
        if edisi.rumus:
            pesan = "Indikator majemuk tidak mempunyai rumus sendiri; tulis rumusnya pada bagian-bagiannya."
            self._tolak(baris, "rumus", pesan)
        if edisi.indikator not in self.bagian_per_induk:
            pesan = (
                f"Indikator majemuk {edisi.indikator!r} belum mempunyai bagian; tambahkan indikator dengan bagian_dari "
                f"{edisi.indikator!r}, atau kosongkan 'gabungan'."
            )
            self._tolak(baris, "gabungan", pesan)

    def periksa_nilai(self) -> None:
        """Refuse targets, values and benchmarks of a whole: they belong to its parts."""
        for nama in _TABEL_NILAI:
            for baris, isi in self.terurai.tabel[nama]:
                periode = Periode(isi.tahun) if nama == "pembanding" else isi.periode
                edisi = self._pilih(isi.indikator, periode.akhir)
                if edisi is not None and edisi.gabungan is not None:
                    bagian = ", ".join(repr(satu) for satu in self.bagian_per_induk.get(isi.indikator, ()))
                    pesan = f"Indikator {isi.indikator!r} majemuk; tulis nilai ini untuk bagiannya: {bagian}."
                    self.terurai.mentah.catatan.tambah(
                        self.terurai.mentah.tabel[nama].masalah(baris, "indikator", pesan)
                    )

    def periksa_pemetaan(self) -> None:
        """Refuse budget that is mapped to a part: it serves the whole."""
        induk_per_bagian = {bagian: induk for induk, daftar in self.bagian_per_induk.items() for bagian in daftar}
        for baris, isi in self.terurai.tabel["pemetaan"]:
            if isi.indikator in induk_per_bagian:
                pesan = (
                    f"Indikator {isi.indikator!r} adalah bagian; petakan anggarannya ke indikator majemuknya, "
                    f"{induk_per_bagian[isi.indikator]!r}."
                )
                tabel = self.terurai.mentah.tabel["pemetaan"]
                self.terurai.mentah.catatan.tambah(tabel.masalah(baris, "indikator", pesan))

    def _pilih(self, indikator: str, pada: date) -> EdisiIndikator | None:
        """Return the edition in force on a day, else the earliest."""
        daftar = self.edisi_per_indikator.get(indikator, [])
        return find_edisi(daftar, pada=pada) or min(daftar, key=lambda edisi: edisi.berlaku_mulai, default=None)

    def _tolak(self, baris: BarisMentah, kolom: str, pesan: str) -> None:
        self.terurai.mentah.catatan.tambah(self.terurai.mentah.tabel["indikator"].masalah(baris, kolom, pesan))
