/* A close() that waits a millisecond if the file is a database of SQLite. Used by bench/tahan.py --tunda-tutup. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char akhiran[] = ".sqlite3";

int close(int fd)
{
    char tautan[32], nama[4096];
    snprintf(tautan, sizeof tautan, "/proc/self/fd/%d", fd);
    ssize_t panjang = readlink(tautan, nama, sizeof nama - 1);
    ssize_t akhir = sizeof akhiran - 1;
    if (panjang > akhir && memcmp(nama + panjang - akhir, akhiran, akhir) == 0)
        usleep(1000);
    return syscall(SYS_close, fd);
}
