"""Tolok: siklus akuntabilitas kinerja instansi pemerintah daerah, dengan setiap angka yang dapat dibuktikan."""

__version__ = "0.1.0"
