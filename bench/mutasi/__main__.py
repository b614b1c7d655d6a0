"""``python -m bench.mutasi``."""

import sys

from bench.mutasi.jalan import main

sys.exit(main())
