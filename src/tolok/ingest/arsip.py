"""
Office files as archives: members are unpacked one by one, within limits that hold whatever the archive says of itself.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tolok.ingest.batas import MB, Batas, BerkasDitolak, tolak

_SEKALI: Final = 256 * 1024
_RUSAK: Final = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, KeyError,
)  # fmt: skip
_DTD: Final = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le")[:-1])
_RUANG_HUBUNGAN: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_SIMPAN_ULANG: Final = "Buka di Word, Excel, atau LibreOffice, lalu simpan ulang"


@dataclass(slots=True)
class Arsip:
    """An open archive; what was unpacked of all its members is counted against ``batas``."""

    nama: str
    batas: Batas
    zip: zipfile.ZipFile
    daftar_nama: frozenset[str]
    terbuka: int = field(default=0)

    def potong(self, anggota: str) -> Iterator[bytes]:
        """
        Yield a member in pieces.

        :raises BerkasDitolak: if it is damaged, or it or the whole archive unpacks to too much
        """
        try:
            info = self.zip.getinfo(anggota)
            keluar = 0
            with self.zip.open(info) as berkas:
                while isi := berkas.read(_SEKALI):
                    keluar += len(isi)
                    self.terbuka += len(isi)
                    if self.terbuka > self.batas.besar_terbuka:
                        raise _terlalu_besar(self.nama, self.batas)
                    if keluar > MB and keluar > self.batas.nisbah_mampat * max(info.compress_size, 1):
                        raise _bom(self.nama)
                    yield isi
        except _RUSAK as galat:
            raise tolak(self.nama, f"bagian {anggota!r} di dalamnya rusak", _SIMPAN_ULANG) from galat

    def read(self, anggota: str) -> bytes:
        """
        Return a member whole.

        :raises BerkasDitolak: as ``potong``, and if it is larger than one member may be
        """
        hasil = bytearray()
        for isi in self.potong(anggota):
            hasil += isi
            if len(hasil) > self.batas.besar_bagian:
                raise tolak(
                    self.nama,
                    f"bagian {anggota!r} di dalamnya lebih besar dari {self.batas.besar_bagian // MB} MB",
                    "Pecah dokumennya, misalnya per bab, lalu baca satu per satu",
                )
        return bytes(hasil)

    def pohon(self, anggota: str) -> etree._Element:
        """
        Return a member as a tree; nothing outside the member is ever looked up.

        :raises BerkasDitolak: as ``read``, and if it is no well-formed XML or declares entities
        """
        isi = self.read(anggota)
        _ensure_tanpa_dtd(self.nama, anggota, isi)
        try:
            return etree.fromstring(isi, _pengurai())
        except (etree.XMLSyntaxError, ValueError) as galat:
            raise _xml_rusak(self.nama, anggota) from galat

    def pohon_bila_ada(self, anggota: str | None) -> etree._Element | None:
        """Return a member as a tree, or ``None`` if the archive has none of that name."""
        return self.pohon(anggota) if anggota in self.daftar_nama and anggota is not None else None

    def unsur(self, anggota: str, *tag: str) -> Iterator[etree._Element]:
        """
        Yield the elements of these names as they end, without ever holding the whole member; each is emptied after.

        :raises BerkasDitolak: as ``potong``, and if it is no well-formed XML or declares entities
        """
        pengurai = etree.XMLPullParser(
            events=("end",), tag=tag, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        ekor = b""
        try:
            for isi in self.potong(anggota):
                _ensure_tanpa_dtd(self.nama, anggota, ekor + isi)
                ekor = isi[-32:]
                pengurai.feed(isi)
                for _, satu in pengurai.read_events():
                    yield satu
                    satu.clear()
                    while (lama := satu.getprevious()) is not None:
                        lama.getparent().remove(lama)
            pengurai.close()
        except (etree.XMLSyntaxError, ValueError) as galat:
            raise _xml_rusak(self.nama, anggota) from galat

    def hubungan(self, bagian: str) -> dict[str, tuple[str, str]]:
        """Return the internal relations of a part ("" is the package): id -> (last word of the type, member name)."""
        folder, berkas = posixpath.split(bagian)
        akar = self.pohon_bila_ada(posixpath.join(folder, "_rels", berkas + ".rels"))
        hasil = {}
        for satu in akar.iter(f"{_RUANG_HUBUNGAN}Relationship") if akar is not None else ():
            if satu.get("TargetMode") == "External":
                continue
            sasaran = posixpath.normpath(posixpath.join("/", folder, satu.get("Target") or "")).lstrip("/")
            hasil[satu.get("Id") or ""] = ((satu.get("Type") or "").rsplit("/", 1)[-1], sasaran)
        return hasil


def open_arsip(isi: bytes, nama: str, batas: Batas) -> Arsip:
    """
    Open an archive after a look at its list of members.

    :raises BerkasDitolak: if it is damaged, locked, has too many members, or claims to unpack to too much
    """
    try:
        arsip = zipfile.ZipFile(io.BytesIO(isi))
    except _RUSAK as galat:
        raise tolak(nama, "berkasnya terpotong atau rusak", f"{_SIMPAN_ULANG}, atau unduh lagi") from galat
    daftar = arsip.infolist()
    if len(daftar) > batas.jumlah_anggota:
        sebab = f"di dalamnya ada {len(daftar)} bagian, paling banyak {batas.jumlah_anggota}"
        raise tolak(nama, sebab, _SIMPAN_ULANG)
    if any(satu.flag_bits & 1 for satu in daftar):
        raise tolak(nama, "berkasnya terkunci sandi", "Simpan ulang tanpa sandi")
    if sum(satu.file_size for satu in daftar) > batas.besar_terbuka:
        raise _terlalu_besar(nama, batas)
    if any(s.file_size > MB and s.file_size > batas.nisbah_mampat * max(s.compress_size, 1) for s in daftar):
        raise _bom(nama)
    return Arsip(nama, batas, arsip, frozenset(satu.filename for satu in daftar))


def _pengurai() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )


def _ensure_tanpa_dtd(nama: str, anggota: str, isi: bytes) -> None:
    if any(tanda in isi for tanda in _DTD):
        sebab = f"bagian {anggota!r} di dalamnya memuat deklarasi DTD, yang tidak pernah ada di dokumen yang wajar"
        raise tolak(nama, sebab, f"Mintalah berkas aslinya, atau {_SIMPAN_ULANG[0].lower()}{_SIMPAN_ULANG[1:]}")


def _xml_rusak(nama: str, anggota: str) -> BerkasDitolak:
    return tolak(nama, f"bagian {anggota!r} di dalamnya rusak", _SIMPAN_ULANG)


def _terlalu_besar(nama: str, batas: Batas) -> BerkasDitolak:
    sebab = f"isinya lebih dari {batas.besar_terbuka // MB} MB bila dibuka"
    return tolak(nama, sebab, "Hapus gambar besar atau pecah dokumennya, lalu simpan ulang")


def _bom(nama: str) -> BerkasDitolak:
    sebab = "isinya mengembang ratusan kali lipat bila dibuka, seperti berkas yang sengaja dibuat untuk merusak"
    return tolak(nama, sebab, f"Mintalah berkas aslinya, atau {_SIMPAN_ULANG[0].lower()}{_SIMPAN_ULANG[1:]}")
