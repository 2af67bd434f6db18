"""What ends the reading of a ledger."""

from disclosecheck.model.errors import PackError


class LedgerError(PackError):
    """A ledger that cannot be read, or lacks a column without which it cannot be judged; lists all mistakes."""
