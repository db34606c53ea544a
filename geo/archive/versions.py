"""What an archive's files depend on besides the reports and the profile."""

from __future__ import annotations

from functools import cache

import pyarrow as pa

from gazetteer.index.folders import default_data_dir
from geo.archive.layout import FORMAT
from geo.control.method import METHOD
from geo.store.versions import gazetteer_version, hash_of, rules_version


@cache
def made_with() -> dict[str, str]:
    """Versions of all that makes an archive; where one differs, what it made is made again."""
    return {
        "format": FORMAT,
        "gazetteer": gazetteer_version(default_data_dir()),
        "method": METHOD,
        "pyarrow": pa.__version__,
        "reading": hash_of(("geo.reports", "geo.archive", "geo.control")),
        "rules": rules_version(),
    }
