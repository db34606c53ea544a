"""Errors of Claimline. A message names the file, the value and what to do about it."""


class ClaimlineError(Exception):
    """Base of everything that Claimline raises on purpose; its text is fit to show to a person."""


class ReportError(ClaimlineError):
    """A report that cannot be read: empty, binary, without a date, in an unknown encoding."""


class ProfileError(ClaimlineError):
    """A conflict profile that is missing or says something that cannot be used."""


class ExportError(ClaimlineError):
    """A file that cannot be written."""


class StoreError(ClaimlineError):
    """A workspace that is missing, damaged, or cannot be reached or written."""


class ReviewError(ClaimlineError):
    """A decision that cannot be taken as it was asked for."""


class ConflictError(ReviewError):
    """Somebody else decided on the same thing in the meantime; nothing was written."""
