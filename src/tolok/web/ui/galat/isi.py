"""What each error page says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_BELUM: Final = "Belum ada yang disimpan. Isian masih ada di halaman sebelumnya: tekan Kembali di peramban."
_BATAL: Final = (
    "Yang sedang disimpan dibatalkan seluruhnya; tidak ada yang tersimpan sebagian. Isian masih ada di halaman "
    "sebelumnya: tekan Kembali di peramban."
)


@dataclass(frozen=True, slots=True)
class IsiGalat:
    """
    One error page.

    ``isian`` is said only if something was sent; ``coba_lagi`` is after how many seconds it may work again.
    """

    status: int
    judul: str
    terjadi: str
    langkah: str
    isian: str = _BELUM
    coba_lagi: int = 0


RUSAK: Final = IsiGalat(
    400,
    "Permintaan ini tidak dapat dibaca",
    "Alamat atau isian yang dikirim rusak di perjalanan, atau memuat sesuatu yang tidak diterima.",
    "Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi.",
)
SESI_BERAKHIR: Final = IsiGalat(
    401,
    "Sesi Anda berakhir",
    "Anda belum masuk, atau sesi Anda sudah berakhir, jadi permintaan ini tidak dikerjakan.",
    "Masuk di tab lain, lalu kembali ke halaman sebelumnya dan kirim lagi.",
)
TIDAK_BERHAK: Final = IsiGalat(
    403,
    "Anda tidak berhak membuka halaman ini",
    "Peran Anda tidak memuat hak untuk ini.",
    "Bila Anda seharusnya berhak, minta admin instansi memeriksa peran Anda.",
)
TANDA_FORMULIR: Final = IsiGalat(
    403,
    "Formulir ini sudah tidak berlaku",
    "Tanda pengaman formulir tidak cocok: Anda masuk atau keluar di tab lain, atau peramban menolak kuki.",
    "Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi.",
)
TIDAK_ADA: Final = IsiGalat(
    404,
    "Halaman ini tidak ada",
    "Halaman ini tidak ada, atau bukan untuk Anda.",
    "Periksa alamatnya, atau mulai dari beranda.",
)
CARA_LAIN: Final = IsiGalat(
    405,
    "Halaman ini tidak menerima cara itu",
    "Halaman ini ada, tetapi tidak dapat dibuka atau dikirimi dengan cara ini.",
    "Mulai dari beranda, lalu pakai tautan dan tombol di halaman.",
)
SUDAH_BERUBAH: Final = IsiGalat(
    409,
    "Orang lain sudah mengubah isian ini",
    "Isian ini diubah sesudah Anda membukanya.",
    "Bandingkan keduanya. Muat ulang halaman, lalu isi lagi bila nilai Anda yang benar.",
    "Belum ada yang disimpan dari Anda; yang tersimpan sekarang tidak berubah.",
)
TERLALU_BESAR: Final = IsiGalat(
    413,
    "Yang dikirim terlalu besar",
    "Berkas atau isian ini melebihi batas yang diterima.",
    "Kecilkan atau pecah berkasnya, lalu kirim lagi.",
)
TERLALU_SERING: Final = IsiGalat(
    429,
    "Terlalu banyak percobaan",
    "Dari akun atau jaringan Anda datang terlalu banyak permintaan dalam waktu singkat.",
    "Tunggu beberapa menit, lalu coba lagi.",
    coba_lagi=300,
)
GAGAL: Final = IsiGalat(
    500,
    "Ada yang gagal di server",
    "Server gagal mengerjakan permintaan ini karena kesalahan program.",
    "Coba sekali lagi. Bila tetap gagal, sampaikan nomor di bawah kepada admin.",
    _BATAL,
)
BASIS_DATA_PUTUS: Final = IsiGalat(
    503,
    "Basis data tidak dapat dihubungi",
    "Situs hidup, tetapi basis datanya tidak menjawab. Data yang sudah tersimpan tidak berubah.",
    "Tunggu sebentar, lalu coba lagi. Bila lebih dari beberapa menit, sampaikan nomor di bawah kepada admin.",
    _BATAL,
    coba_lagi=30,
)
SIBUK: Final = IsiGalat(
    503,
    "Situs sedang sibuk",
    "Terlalu banyak yang menyimpan pada saat yang sama, jadi giliran Anda tidak datang pada waktunya.",
    "Tunggu sebentar, lalu kirim lagi.",
    _BATAL,
    coba_lagi=10,
)
PENUH: Final = IsiGalat(
    507,
    "Ruang penyimpanan server penuh",
    "Server tidak dapat menulis lagi. Data yang sudah tersimpan tidak berubah.",
    "Sampaikan nomor di bawah kepada admin. Jangan menutup halaman sebelumnya sebelum isian Anda tersimpan.",
    _BATAL,
)
