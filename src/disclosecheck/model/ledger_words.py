"""Words by which the rows and cells of any ledger are known. Data, from `rules/ledger-words.yaml`."""

import msgspec

from disclosecheck.model.ledger import Choice


class LedgerWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    yes_no: tuple[Choice, ...]  # no, then yes
    totals: tuple[str, ...]  # a row that begins with one of them counts others: 合计
    notes: tuple[str, ...]  # a row that begins with one of them explains: 注：
    guides: tuple[str, ...] = ()  # a row that begins with one of them and a colon says how to fill in, in every cell
    nothing: tuple[str, ...]  # in a cell: there is none: /, 无
    pending: tuple[str, ...]  # in a date's cell: not yet: 办理中
    passed_over: tuple[str, ...]  # headings of usual columns of no use here: 备注
    mapping: tuple[str, ...]  # the row that begins with one of them names the columns: 列对应
    errors: tuple[str, ...]  # what spreadsheets show for a failed formula: #REF!
    closing: tuple[str, ...] = ()  # above the headings, before the day on which the ledger was closed: 截至
