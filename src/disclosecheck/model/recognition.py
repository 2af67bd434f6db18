"""By which words a report, its title, its organ and its dates are known. Data, from `rules/recognition.yaml`."""

import msgspec


class Recognition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wordings in simplified characters without spaces; those of the English lists in lower case."""

    title_words: tuple[str, ...] = ()  # of which one stands in a report's title: 信息公开, 政务公开
    about_words: tuple[str, ...] = ()  # of which one stands in a report's first lines
    title_endings: tuple[str, ...] = ()  # with one of which it ends, longest first: 政府信息公开工作年度报告
    english_title_words: tuple[str, ...] = ()
    other_documents: tuple[str, ...] = ()  # endings of titles that are no report's: 工作要点, 的通知, 解读
    other_beginnings: tuple[str, ...] = ()  # 图解, 一图读懂
    english_other_documents: tuple[str, ...] = ()  # words of such titles
    other_words: tuple[str, ...] = ()  # words of titles that only speak of a report: 解读, 关于做好
    report_phrases: tuple[str, ...] = ()  # what only a report says of itself: 统计期限, 编制本报告
    english_report_phrases: tuple[str, ...] = ()
    older_headings: tuple[str, ...] = ()  # of reports before the unified form (2008-2018)
    title_leads: tuple[str, ...] = ()  # before a title that a sentence names: 现公布
    organ_endings: tuple[str, ...] = ()  # with one of which an organ's name ends: 人民政府, 委员会, 局
    area_endings: tuple[str, ...] = ()  # of areas that stand for their governments in titles: 市, 镇
    organ_verbs: tuple[str, ...] = ()  # behind the organ that begins a sentence: 坚持, 认真
    organ_lines: tuple[str, ...] = ()  # labels of a page that the publishing organ follows: 发布机构, 来源
    organ_frames: tuple[tuple[str, str], ...] = ()  # what stands before and after the organ in a preamble
    first_persons: tuple[str, ...] = ()  # with which no organ's name begins: 我, 本
    title_lines: tuple[str, ...] = ()  # labels of a page that the title follows: 标题, 名称
    published_lines: tuple[str, ...] = ()  # labels of a page that the date follows: 发布日期
    period_words: tuple[str, ...] = ()  # near which the statistical period stands: 统计期限
    units: tuple[str, ...] = ()  # counting words that may follow a number in a cell, longest first
    english_ordinals: dict[str, int] = {}  # second: 2, four: 4
