"""``python -m padviewer`` is the ``padviewer`` command."""

import sys

from padviewer.cli import main

if __name__ == "__main__":
    sys.exit(main())
