"""Zip packages with nothing in them that changes from run to run."""

import io
import zipfile


def repack(package: bytes) -> bytes:
    """The same parts, content types first, all with the zip format's first date."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, parts[name])
    return stream.getvalue()


def parts(package: bytes) -> dict[str, bytes]:
    """A package's parts: equal where two packages say the same, however they were compressed."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}
