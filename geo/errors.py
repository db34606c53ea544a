"""Errors of Claimline. A message names the file, the value and what to do about it."""


class ClaimlineError(Exception):
    """Base of everything that Claimline raises on purpose; its text is fit to show to a person."""


class ReportError(ClaimlineError):
    """A report that cannot be read: empty, binary, without a date, in an unknown encoding.

    Attributes:
        reason: What is wrong, without the name of the file.
        remedy: What to do about it; empty where the reason says so already.
    """

    def __init__(self, reason: str, remedy: str = "") -> None:
        """Join both to one message.

        Args:
            reason: What is wrong.
            remedy: What to do about it.
        """
        super().__init__(f"{reason}. {remedy}" if remedy else reason)
        self.reason = reason
        self.remedy = remedy


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


class ClusterError(ClaimlineError):
    """A cluster that cannot be reached or used."""


class ArchiveError(ClaimlineError):
    """An archive that is missing, not finished, or not what it says."""
