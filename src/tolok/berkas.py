"""Writing files so that a reader sees the old file or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


class GalatBerkas(Exception):
    """A file could not be read or written; the message says which, why, and what to do."""


_PERIKSA_ALAMAT = "Periksa alamatnya"
_SEBAB_TULIS = {
    errno.ENOSPC: ("penyimpanan penuh", "Kosongkan ruang atau pilih folder lain"),
    errno.EDQUOT: ("kuota penyimpanan habis", "Kosongkan ruang atau pilih folder lain"),
    errno.EFBIG: ("berkasnya terlalu besar untuk penyimpanan ini", "Pilih folder lain"),
    errno.EACCES: (
        "tidak ada izin menulis, atau berkas itu sedang dibuka program lain",
        "Tutup program itu, ubah izinnya, atau pilih folder lain",
    ),
    errno.EPERM: ("tidak ada izin menulis", "Ubah izinnya atau pilih folder lain"),
    errno.EROFS: ("penyimpanan hanya dapat dibaca", "Pilih folder lain"),
    errno.ENOTDIR: ("salah satu bagian alamatnya bukan folder", _PERIKSA_ALAMAT),
    errno.EEXIST: ("sebagian alamatnya bukan folder melainkan berkas", _PERIKSA_ALAMAT),
    errno.EISDIR: ("alamat itu sebuah folder", "Beri nama berkas yang lain"),
    errno.EBUSY: ("sedang dipakai program lain", "Tutup program itu lalu ulangi"),
}
_SEBAB = {
    errno.ENOENT: "tidak ada",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EISDIR: "alamat itu sebuah folder, bukan berkas",
    errno.ENOTDIR: "salah satu bagian alamatnya bukan folder",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.ELOOP: "tautannya berputar",
    errno.EIO: "penyimpanan rusak atau terputus",
    errno.EMFILE: "terlalu banyak berkas yang sedang terbuka",
    errno.ENOSPC: "penyimpanan penuh",
}


def sebab_galat(galat: OSError) -> str:
    """Return in Indonesian why the system refused; for a rare reason its symbol, which a technician can look up."""
    return _SEBAB.get(galat.errno or 0) or f"ditolak sistem ({errno.errorcode.get(galat.errno or 0, 'tanpa kode')})"


def galat_tulis(tujuan: Path, galat: OSError) -> GalatBerkas:
    """Return the Indonesian error for a failed write to ``tujuan``; the caller has restored what was there."""
    sebab, saran = _SEBAB_TULIS.get(galat.errno or 0, (sebab_galat(galat), _PERIKSA_ALAMAT))
    return GalatBerkas(f"{tujuan} tidak dapat ditulis: {sebab}. {saran}. Berkas lama tidak berubah.")


def write_atomik(tujuan: Path, isi: bytes) -> None:
    """
    Write ``isi`` to ``tujuan`` through a temporary file beside it, flushed to disk and renamed; so is its name.

    :raises GalatBerkas: if anything fails; then, and when interrupted, the old file, if any, is unchanged and no
        temporary file remains
    """
    sementara: Path | None = None
    daftar_folder = [tujuan.parent, *(f.parent for f in (tujuan.parent, *tujuan.parent.parents) if not f.exists())]
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
    except BaseException as galat:
        if sementara is not None:
            sementara.unlink(missing_ok=True)
        if isinstance(galat, OSError):
            raise galat_tulis(tujuan, galat) from galat
        raise
    for folder in daftar_folder:
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Flush the names in a folder to disk, where the system can; the file itself is safe without it."""
    if os.name != "posix":
        return
    with suppress(OSError):
        nomor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(nomor)
        finally:
            os.close(nomor)
