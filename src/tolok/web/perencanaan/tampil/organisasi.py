"""The units of an agency, who leads them, and what each answers for."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.angka import NOL, Angka
from tolok.core.cetak_angka import format_angka, format_nilai
from tolok.core.nilai import Bilangan
from tolok.core.organisasi import Unit
from tolok.core.pohon import build_pohon
from tolok.core.satuan import RUPIAH
from tolok.web.perencanaan.tampak import RencanaTampak
from tolok.web.perencanaan.tampil.edisi_organisasi import PilihanEdisi
from tolok.web.perencanaan.tampil.masa_jabatan import RiwayatJabatan, list_masa
from tolok.web.perencanaan.tautan import Penaut, TeksAngka


@dataclass(frozen=True, slots=True)
class BarisTanggungJawab:
    """An indicator or a budget node that a unit answers for; ``angka`` is the pagu of the node."""

    nama: str
    alamat: str = ""
    kode: str = ""
    angka: TeksAngka | None = None


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """A unit of the tree; ``is_milik`` if it is the reader's, else it only leads there."""

    id: str
    induk: str
    kedalaman: int
    unit: Unit
    is_daun: bool
    is_milik: bool
    daftar_jabatan: tuple[RiwayatJabatan, ...]
    daftar_indikator: tuple[BarisTanggungJawab, ...]
    daftar_anggaran: tuple[BarisTanggungJawab, ...]
    jumlah_indikator: str
    jumlah_pagu: str


@dataclass(frozen=True, slots=True)
class BaganOrganisasi:
    """The whole page; ``edisi_pagu`` names the edition the sums are of, ``""`` if there is none."""

    daftar_unit: tuple[BarisUnit, ...]
    daftar_jabatan_luar: tuple[RiwayatJabatan, ...]
    daftar_pegawai: tuple[tuple[str, str], ...]
    jumlah_pegawai: str
    edisi_pagu: str

    @property
    def daftar_bertanggung_jawab(self) -> tuple[BarisUnit, ...]:
        """The units that answer for something."""
        return tuple(satu for satu in self.daftar_unit if satu.daftar_indikator or satu.daftar_anggaran)


def make_bagan(tampak: RencanaTampak, penaut: Penaut, pilihan: PilihanEdisi) -> BaganOrganisasi:
    """Return the reader's units with the way up to them, and what the agency as a whole publishes."""
    bagian = pilihan.bagian
    pohon = build_pohon((unit.id, unit.induk) for unit in bagian["daftar_unit"])
    milik = tampak.konteks.lingkup.list_unit("organisasi.lihat", tampak.konteks.instansi, bagian["daftar_unit"])
    jalur = None if milik is None else {atas for kode in milik for atas in pohon.list_leluhur(kode)}
    jabatan_per_unit: dict[str, list[RiwayatJabatan]] = {}
    nama_unit = {unit.id: unit.nama for unit in bagian["daftar_unit"]}
    for jabatan in bagian["daftar_jabatan"]:
        masa = list_masa(tampak.hasil.data.daftar_pejabat, jabatan.id, periode=tampak.konteks.periode)
        riwayat = RiwayatJabatan(jabatan, nama_unit.get(jabatan.unit, "Di luar perangkat daerah"), masa)
        jabatan_per_unit.setdefault(jabatan.unit, []).append(riwayat)
    unit_per_id = {unit.id: unit for unit in bagian["daftar_unit"]}
    tanggung_jawab = _TanggungJawab(tampak, penaut) if pilihan.is_milik_tahun else None
    daftar_kode = [kode for kode in pohon.telusuri() if jalur is None or kode in jalur]
    id_per_kode = {kode: f"u{urut}" for urut, kode in enumerate(daftar_kode, start=1)}
    return BaganOrganisasi(
        daftar_unit=tuple(
            _baris(
                unit_per_id[kode],
                urut=id_per_kode[kode],
                induk=id_per_kode.get(pohon.induk_per_id[kode], ""),
                kedalaman=len(pohon.list_leluhur(kode)) - 1,
                is_daun=not any(anak in id_per_kode for anak in pohon.anak_per_id[kode]),
                is_milik=milik is None or kode in milik,
                daftar_jabatan=tuple(jabatan_per_unit.get(kode, ())),
                tanggung_jawab=tanggung_jawab,
            )
            for kode in daftar_kode
        ),
        daftar_jabatan_luar=tuple(jabatan_per_unit.get("", ())),
        daftar_pegawai=tuple((satu.nama, format_angka(Angka(satu.jumlah))) for satu in bagian["daftar_pegawai"]),
        jumlah_pegawai=format_angka(sum((Angka(satu.jumlah) for satu in bagian["daftar_pegawai"]), NOL)),
        edisi_pagu=tanggung_jawab.nama_edisi if tanggung_jawab is not None else "",
    )


def _baris(
    unit: Unit,
    *,
    urut: str,
    induk: str,
    kedalaman: int,
    is_daun: bool,
    is_milik: bool,
    daftar_jabatan: tuple[RiwayatJabatan, ...],
    tanggung_jawab: _TanggungJawab | None,
) -> BarisUnit:
    memuat = tanggung_jawab if is_milik else None
    daftar_indikator = memuat.list_indikator(unit.id) if memuat is not None else ()
    return BarisUnit(
        id=urut,
        induk=induk,
        kedalaman=kedalaman,
        unit=unit,
        is_daun=is_daun,
        is_milik=is_milik,
        daftar_jabatan=daftar_jabatan,
        daftar_indikator=daftar_indikator,
        daftar_anggaran=memuat.list_anggaran(unit.id) if memuat is not None else (),
        jumlah_indikator=format_angka(Angka(len(daftar_indikator))) if daftar_indikator else "",
        jumlah_pagu=memuat.sum_pagu(unit.id) if memuat is not None else "",
    )


class _TanggungJawab:
    """Finds what each unit answers for."""

    def __init__(self, tampak: RencanaTampak, penaut: Penaut) -> None:
        self._tampak = tampak
        self._penaut = penaut
        anggaran = tampak.hasil.anggaran
        self._edisi = anggaran.edisi_untuk(tampak.konteks.periode)
        self.nama_edisi = anggaran.edisi_per_id[self._edisi].nama if self._edisi else ""

    def list_indikator(self, unit: str) -> tuple[BarisTanggungJawab, ...]:
        """Return the indicators that name the unit."""
        return tuple(
            BarisTanggungJawab(edisi.nama, self._penaut.find_alamat("indikator", kode=edisi.indikator))
            for edisi in self._tampak.daftar_indikator()
            if unit in self._tampak.list_pemilik(edisi)
        )

    def list_anggaran(self, unit: str) -> tuple[BarisTanggungJawab, ...]:
        """Return the highest budget nodes of the unit."""
        anggaran, tampak = self._tampak.hasil.anggaran, self._tampak.anggaran
        pemilik, pohon = tampak.pemilik_per_kode, anggaran.pohon
        return tuple(
            BarisTanggungJawab(
                anggaran.simpul_per_kode[kode].nama,
                kode=kode,
                angka=(
                    self._penaut.angka(anggaran.pagu(kode, self._edisi), simbol=False)
                    if self._edisi and tampak.is_uang_tampak(kode)
                    else None
                ),
            )
            for kode in pohon.telusuri()
            if unit in pemilik[kode] and unit not in pemilik.get(pohon.induk_per_id[kode], ())
        )

    def sum_pagu(self, unit: str) -> str:
        """Return the pagu of all leaves of the unit, ``""`` if it has none."""
        anggaran = self._tampak.hasil.anggaran
        daftar = [
            pagu.nilai.angka
            for kode, pemilik in self._tampak.anggaran.pemilik_per_kode.items()
            if self._edisi and unit in pemilik and anggaran.pohon.is_daun(kode)
            if isinstance((pagu := anggaran.pagu(kode, self._edisi)).nilai, Bilangan)
        ]
        return format_nilai(Bilangan(sum(daftar, NOL), RUPIAH)) if daftar else ""
