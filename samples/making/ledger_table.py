"""How a ledger of the worked example is laid out."""

import msgspec

Row = dict[str, str]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ledger before it takes a file format. Dates of rows are ISO, and printed as the office would."""

    file: str
    headings: dict[str, str]  # by the key of rows
    dates: tuple[str, ...]  # keys
    encoding: str = "utf-8-sig"
    sheet: str = ""
    title: str = ""  # stands in a line of its own above the headings
    totals: tuple[str, ...] = ()  # the last line
    styles: tuple[str, ...] = ("",)  # of dates, in turn: "" as they are; {y}年{m}月{d}日

    @property
    def above(self) -> int:
        """Lines above the first row."""
        return 2 if self.title else 1

    def printed(self, key: str, number: int, row: Row) -> str:
        text = row.get(key, "")
        style = self.styles[number % len(self.styles)]
        if key not in self.dates or not style or len(text) != len("2021-03-05"):
            return text
        year, month, day = (int(part) for part in text.split("-"))
        return style.format(y=year, m=month, d=day)
