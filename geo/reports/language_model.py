"""The model that tells languages apart, laid out on the disk once: what processes map of it, they share."""

from __future__ import annotations

import lzma
import mmap
import os
import secrets
import shutil
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

from gazetteer.index.folders import default_cache_dir

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import IO

    import numpy.typing as npt

# The arrays of py3langid's model; unpacked they take 68 MB, of which a text touches little.
ARRAYS = ("ptc", "pc", "classes", "nextmove", "nextmove_row", "out_feat")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Identifier:
    """Tells languages apart.

    Attributes:
        model: As py3langid has it.
        mapped: The files that its large tables are mapped from.
    """

    model: LanguageIdentifier
    mapped: tuple[mmap.mmap, ...] = ()

    def language(self, text: str) -> str:
        """The code (ISO 639-1) of the language that a text is most likely in."""
        code, _ = self.model.classify(text)
        for table in self.mapped:
            # What was looked at stays in the system's cache, but is no more this process's; few texts come here.
            table.madvise(mmap.MADV_DONTNEED)
        return str(code)


@cache
def identifier() -> Identifier:
    """Tells the language of a text as `py3langid.classify` does, with the large tables mapped from the cache folder.

    Returns:
        The same for the whole life of the process; with all tables in memory where the folder cannot be written.
    """
    try:
        arrays = laid_out(default_cache_dir())
        return Identifier(_model(arrays), _mapped(arrays))
    except (EOFError, KeyError, OSError, ValueError):
        # A folder that cannot be written, a file that is damaged, a py3langid that keeps its model in another way.
        return Identifier(LanguageIdentifier.from_model_file(MODEL_FILE))


def laid_out(cache_dir: Path) -> Mapping[str, npt.NDArray[np.generic]]:
    """The arrays of the model, mapped; unpacked first where they are not there (about two seconds, once).

    Args:
        cache_dir: The folder of what can be made again.

    Returns:
        Name → array, read-only.

    Raises:
        EOFError, ValueError: A file is no array.
        KeyError: This py3langid has other arrays.
        OSError: A file cannot be written there, or not read.
    """
    folder = cache_dir / f"languages-{version('py3langid')}"
    paths = {name: folder / f"{name}.npy" for name in ARRAYS}
    missing = {name: path for name, path in paths.items() if not path.exists()}
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
        with lzma.open(MODEL_DIR / MODEL_FILE) as packed, zipfile.ZipFile(packed) as model:
            for name, path in missing.items():
                with model.open(f"{name}.npy") as array:
                    _write_whole(path, array)
    try:
        return {name: np.load(path, mmap_mode="r", allow_pickle=False) for name, path in paths.items()}
    except (EOFError, ValueError):
        # Damaged: it is unpacked again by whoever starts next.
        for path in paths.values():
            path.unlink(missing_ok=True)
        raise


def _model(arrays: Mapping[str, npt.NDArray[np.generic]]) -> LanguageIdentifier:
    # Looked at number by number, a memoryview is as quick as the lists that py3langid makes.
    return LanguageIdentifier(
        np.asarray(arrays["ptc"]),
        np.asarray(arrays["pc"]),
        arrays["classes"].tolist(),
        arrays["nextmove"].data,
        arrays["out_feat"].data,
        tk_row=arrays["nextmove_row"].tolist(),
    )


def _mapped(arrays: Mapping[str, npt.NDArray[np.generic]]) -> tuple[mmap.mmap, ...]:
    if not hasattr(mmap, "MADV_DONTNEED"):
        return ()
    bases: Iterable[object] = (array.base for array in arrays.values())
    return tuple(base for base in bases if isinstance(base, mmap.mmap))


def _write_whole(path: Path, content: IO[bytes]) -> None:
    """Whoever unpacks at the same time writes the same; nobody sees half of it."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            shutil.copyfileobj(content, file, _CHUNK)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
