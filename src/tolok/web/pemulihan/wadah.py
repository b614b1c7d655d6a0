"""What a backup is kept in: a folder or a .tar; written beside its place and renamed when whole, read with hashes."""

from __future__ import annotations

import io
import os
import shutil
import tarfile
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Final, Protocol

from tolok.berkas import sebab_galat
from tolok.web.pemulihan.galat import GalatPemulihan
from tolok.web.pemulihan.manifest import NAMA, Isi, Manifest, read_manifest

POTONG: Final = 1 << 20
AKHIRAN_TAR: Final = ".tar"


class _Penerima(Protocol):
    def write(self, isi: bytes, /) -> object:
        """Take bytes."""


class Penulis(ABC):
    """A backup that is being written."""

    @abstractmethod
    def tambah(self, nama: str, sumber: IO[bytes], ukuran: int) -> Isi:
        """Add ``ukuran`` bytes of an open file and return what it is listed as."""

    def tambah_berkas(self, nama: str, asal: Path) -> Isi:
        """Add a file as long as it is now, even if somebody goes on writing to it."""
        with asal.open("rb") as sumber:
            return self.tambah(nama, sumber, os.fstat(sumber.fileno()).st_size)

    def tambah_manifest(self, manifest: Manifest) -> None:
        """Add the manifest, last of all."""
        teks = manifest.to_json()
        self.tambah(NAMA, io.BytesIO(teks), len(teks))


class _PenulisFolder(Penulis):
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def tambah(self, nama: str, sumber: IO[bytes], ukuran: int) -> Isi:
        tujuan = self._folder / nama
        _make_folder(tujuan.parent, 0o700)
        with os.fdopen(os.open(tujuan, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as berkas:
            sidik = _salin(sumber, berkas, ukuran, nama)
            berkas.flush()
            os.fsync(berkas.fileno())
        return Isi(nama, ukuran, sidik)


class _PenulisTar(Penulis):
    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar

    def tambah(self, nama: str, sumber: IO[bytes], ukuran: int) -> Isi:
        kepala = tarfile.TarInfo(nama)
        kepala.size, kepala.mode = ukuran, 0o600
        pembaca = _PembacaBersidik(sumber)
        try:
            self._tar.addfile(kepala, pembaca)
        except OSError as galat:
            if galat.errno is None:  # tarfile: the file became shorter
                raise GalatPemulihan(f"{nama} berubah ketika dicadangkan. Ulangi.") from galat
            raise
        return Isi(nama, ukuran, pembaca.sidik)


class _PembacaBersidik:
    """A file that hashes what is read of it."""

    def __init__(self, sumber: IO[bytes]) -> None:
        self._sumber = sumber
        self._hitung = sha256()

    def read(self, ukuran: int = -1) -> bytes:
        """Read and hash."""
        isi = self._sumber.read(ukuran)
        self._hitung.update(isi)
        return isi

    @property
    def sidik(self) -> str:
        """The hash of what has been read."""
        return self._hitung.hexdigest()


@contextmanager
def tulis_cadangan(tujuan: Path) -> Iterator[Penulis]:
    """
    Give the block a backup to write; it stands at ``tujuan`` when the block has ended well, else nothing does.

    :raises OSError: if it cannot be written
    """
    if tujuan.suffix == AKHIRAN_TAR:
        nomor, nama = tempfile.mkstemp(prefix=f".{tujuan.name}.", dir=tujuan.parent)
        sementara = Path(nama)
        try:
            with os.fdopen(nomor, "wb") as berkas:
                with tarfile.open(fileobj=berkas, mode="w", format=tarfile.PAX_FORMAT) as tar:
                    yield _PenulisTar(tar)
                berkas.flush()
                os.fsync(berkas.fileno())
            os.link(sementara, tujuan)  # fails if something has appeared there meanwhile
        finally:
            sementara.unlink(missing_ok=True)
    else:
        sementara = Path(tempfile.mkdtemp(prefix=f".{tujuan.name}.", dir=tujuan.parent))
        try:
            yield _PenulisFolder(sementara)
            for folder, _, _ in os.walk(sementara):
                fsync_folder(Path(folder))
            sementara.rename(tujuan)
        finally:
            shutil.rmtree(sementara, ignore_errors=True)
    fsync_folder(tujuan.parent)


def fsync_folder(folder: Path) -> None:
    """Bring the names in a folder to disk."""
    nomor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(nomor)
    finally:
        os.close(nomor)


class Cadangan(ABC):
    """A backup that is being read."""

    manifest: Manifest

    @abstractmethod
    def _buka(self, nama: str) -> IO[bytes] | None:
        """Open one of its files, ``None`` if there is none."""

    def _baca_manifest(self) -> Manifest:
        berkas = self._buka(NAMA)
        if berkas is None:
            raise GalatPemulihan(f"Ini bukan cadangan Tolok, atau rusak: tidak ada {NAMA}.")
        with berkas:
            return read_manifest(berkas.read())

    def periksa(self) -> None:
        """
        Read every file and compare its hash.

        :raises GalatPemulihan: if one is missing or has changed
        """
        for isi in self.manifest.daftar_isi:
            self._salin_isi(isi, _Kosong())

    def ekstrak(self, isi: Isi, tujuan: Path) -> None:
        """
        Write one of its files, flushed to disk.

        :raises GalatPemulihan: if it is missing or has changed
        """
        _make_folder(tujuan.parent, 0o750)
        with os.fdopen(os.open(tujuan, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb") as berkas:
            self._salin_isi(isi, berkas)
            berkas.flush()
            os.fsync(berkas.fileno())

    def _salin_isi(self, isi: Isi, tujuan: _Penerima) -> None:
        try:
            sumber = self._buka(isi.nama)
            if sumber is None:
                raise GalatPemulihan(f"Cadangan rusak: {isi.nama} tidak ada. Pakai cadangan lain.")
            with sumber:
                sidik = _salin(sumber, tujuan, isi.ukuran, isi.nama)
                is_sama = sidik == isi.sidik and not sumber.read(1)
        except tarfile.TarError as galat:
            raise GalatPemulihan(f"Cadangan rusak: {isi.nama} tidak terbaca. Pakai cadangan lain.") from galat
        if not is_sama:
            raise GalatPemulihan(f"Cadangan rusak: isi {isi.nama} berubah sejak ditulis. Pakai cadangan lain.")


class _Kosong:
    def write(self, isi: bytes, /) -> None:
        """Throw away."""


class _CadanganFolder(Cadangan):
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.manifest = self._baca_manifest()

    def _buka(self, nama: str) -> IO[bytes] | None:
        berkas = self._folder / nama
        return berkas.open("rb") if berkas.is_file() else None


class _CadanganTar(Cadangan):
    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._anggota = {satu.name: satu for satu in tar.getmembers() if satu.isfile()}
        self.manifest = self._baca_manifest()

    def _buka(self, nama: str) -> IO[bytes] | None:
        anggota = self._anggota.get(nama)
        return None if anggota is None else self._tar.extractfile(anggota)


@contextmanager
def buka_cadangan(sumber: Path) -> Iterator[Cadangan]:
    """
    Open a backup and read its manifest.

    :raises GalatPemulihan: if it is none, or damaged
    """
    if sumber.is_dir():
        yield _CadanganFolder(sumber)
        return
    try:
        tar = tarfile.open(sumber, mode="r:")  # noqa: SIM115
    except (tarfile.TarError, EOFError) as galat:
        raise GalatPemulihan(f"{sumber} bukan cadangan Tolok, atau rusak.") from galat
    except OSError as galat:
        raise GalatPemulihan(f"{sumber} tidak dapat dibaca: {sebab_galat(galat)}.") from galat
    with tar:
        try:
            cadangan = _CadanganTar(tar)
        except (tarfile.TarError, EOFError, UnicodeDecodeError) as galat:
            raise GalatPemulihan(f"{sumber} rusak: berkasnya terpotong atau berubah. Pakai cadangan lain.") from galat
        yield cadangan


def _make_folder(folder: Path, izin: int) -> None:
    """Make a folder and those above it, each with these permissions."""
    if not folder.is_dir():
        _make_folder(folder.parent, izin)
        folder.mkdir(mode=izin)


def _salin(sumber: IO[bytes], tujuan: _Penerima, ukuran: int, nama: str) -> str:
    """Copy so many bytes and return their hash."""
    hitung, sisa = sha256(), ukuran
    while sisa:
        potong = sumber.read(min(POTONG, sisa))
        if not potong:
            raise GalatPemulihan(f"{nama} lebih pendek daripada seharusnya: rusak, atau berubah ketika dibaca.")
        hitung.update(potong)
        tujuan.write(potong)
        sisa -= len(potong)
    return hitung.hexdigest()
