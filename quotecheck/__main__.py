"""``python -m quotecheck``."""

import sys

from quotecheck.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
