"""By which words a report, its title, its organ and its dates are known. Data, from `rules/recognition.yaml`."""

import msgspec


class Recognition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wordings in simplified characters without spaces; those of the English lists in lower case."""

    title_words: tuple[str, ...] = ()  # of which one stands in a report's title: 政府信息公开, 信息公开年报
    title_endings: tuple[str, ...] = ()  # with one of which it ends, longest first: 工作年度报告, 年度报告
    english_title_words: tuple[str, ...] = ()
    other_documents: tuple[str, ...] = ()  # endings of titles that are no report's: 工作要点, 的通知, 解读
    english_other_documents: tuple[str, ...] = ()
    older_headings: tuple[str, ...] = ()  # of reports before the unified form (2008-2018)
    sub_headings: tuple[str, ...] = ()  # titles inside section one that resemble those of sections two and three
    organ_endings: tuple[str, ...] = ()  # with one of which an organ's name ends: 人民政府, 委员会, 局
    organ_lines: tuple[str, ...] = ()  # labels of a page that the publishing organ follows: 发布机构, 来源
    organ_frames: tuple[tuple[str, str], ...] = ()  # what stands before and after the organ in a preamble: 由 ... 编制
    title_lines: tuple[str, ...] = ()  # labels of a page that the title follows: 标题, 名称
    published_lines: tuple[str, ...] = ()  # labels of a page that the date follows: 发布日期, 发布时间
    period_words: tuple[str, ...] = ()  # near which the statistical period stands: 统计期限, 数据
    english_ordinals: dict[str, int] = {}  # second: 2, four: 4
