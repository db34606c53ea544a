"""Errors of the gazetteer. A message names the file or value, and says what to do."""


class GazetteerError(Exception):
    """Base of everything that the gazetteer raises on purpose."""


class UnknownPlaceError(GazetteerError):
    """A place id that is not in the gazetteer."""


class DataError(GazetteerError):
    """A gazetteer data file that cannot be read or does not say what it should."""


class DownloadError(GazetteerError):
    """A file that could not be fetched whole and unharmed."""


class NotThereError(DownloadError):
    """A file that the server or folder does not have."""


class InstallError(GazetteerError):
    """A country that could not be installed or removed."""


class OnlineError(GazetteerError):
    """An online look-up that got no answer."""
