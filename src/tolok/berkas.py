"""Writing files so that a reader sees the old file or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path


class GalatBerkas(Exception):
    """A file could not be read or written; the message says which, why, and what to do."""


_SEBAB = {
    errno.ENOSPC: ("penyimpanan penuh", "Kosongkan ruang atau pilih folder lain dengan --keluaran"),
    errno.EDQUOT: ("kuota penyimpanan habis", "Kosongkan ruang atau pilih folder lain dengan --keluaran"),
    errno.EACCES: ("tidak ada izin menulis", "Pilih folder lain dengan --keluaran atau ubah izinnya"),
    errno.EROFS: ("penyimpanan hanya dapat dibaca", "Pilih folder lain dengan --keluaran"),
    errno.ENOTDIR: ("salah satu bagian alamatnya bukan folder", "Periksa alamat folder keluaran"),
    errno.EEXIST: ("sebagian alamatnya bukan folder melainkan berkas", "Periksa alamat folder keluaran"),
    errno.EISDIR: ("alamat itu sebuah folder", "Beri nama berkas yang lain"),
}


def galat_tulis(tujuan: Path, galat: OSError) -> GalatBerkas:
    """Return the Indonesian error for a failed write to ``tujuan``; the caller has restored what was there."""
    sebab, saran = _SEBAB.get(galat.errno or 0, (galat.strerror or str(galat), "Periksa folder keluaran"))
    return GalatBerkas(f"{tujuan} tidak dapat ditulis: {sebab}. {saran}. Berkas lama tidak berubah.")


def write_atomik(tujuan: Path, isi: bytes) -> None:
    """
    Write ``isi`` to ``tujuan`` through a temporary file beside it, flushed to disk and renamed.

    :raises GalatBerkas: if anything fails; the old file, if any, is then unchanged and no temporary file remains
    """
    sementara: Path | None = None
    try:
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        nomor, nama = tempfile.mkstemp(prefix=f".{tujuan.name}.", dir=tujuan.parent)
        sementara = Path(nama)
        with os.fdopen(nomor, "wb") as berkas:
            berkas.write(isi)
            berkas.flush()
            os.fsync(berkas.fileno())
        sementara.chmod(0o644)
        sementara.replace(tujuan)
    except OSError as galat:
        if sementara is not None:
            sementara.unlink(missing_ok=True)
        raise galat_tulis(tujuan, galat) from galat
