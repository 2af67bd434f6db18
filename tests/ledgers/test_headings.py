"""Which row heads the columns, and which column each heading names."""

from datetime import date

import pytest
from ledger_files import chosen, csv_file, dates, flaws, left, notes, replies

from disclosecheck.ledgers.errors import LedgerError
from disclosecheck.ledgers.labels import letters
from disclosecheck.ledgers.load import read_ledger

ROW = "2021-03-05,2021-03-08"


def problems(path, **given):
    with pytest.raises(LedgerError) as error:
        replies(path, **given)
    return [(line, message.key, message.params) for line, message in error.value.problems]


@pytest.mark.parametrize(
    ("received", "answered"),
    [
        pytest.param("收到日期", "答复日期", id="as we head them"),
        pytest.param("收件时间", "回复时间", id="other usual words"),
        pytest.param(" 收 到 日 期 ", "答　复　日　期", id="spaces"),
        pytest.param('"收到\n日期"', '"答复\r\n日期"', id="line breaks"),
        pytest.param("收到日期（年月日）", "答复日期(如2021-03-05)", id="explanations in brackets"),
        pytest.param("收到（日期）", "答复【日期】", id="half of the name in brackets"),
        pytest.param("*收到日期", "答复日期：", id="marks"),
        pytest.param("Received", "Answered", id="English"),
        pytest.param("DATE RECEIVED", "reply date", id="English in other cases"),
        pytest.param("ｒｅｃｅｉｖｅｄ", "answered", id="full width"),
        pytest.param("received", "answered", id="our keys"),
        pytest.param("登记时间", "办结时间", id="weaker words, where there are no surer ones"),
    ],
)
def test_headings_that_are_known(tmp_path, received, answered):
    ledger = replies(csv_file(tmp_path, f"{received},{answered}\n{ROW}\n"))
    assert dates(ledger, "received") == ["2021-03-05"]
    assert dates(ledger, "answered") == ["2021-03-08"]


def test_a_surer_heading_goes_before_a_weaker_one_and_that_is_said(tmp_path):
    ledger = replies(csv_file(tmp_path, "收到日期,办结时间,答复时间\n2021-03-05,2021-03-20,2021-03-08\n"))
    assert dates(ledger, "answered") == ["2021-03-08"]
    assert [(note.code, note.column, note.text) for note in ledger.notes] == [("column_passed", "answered", "办结时间")]


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param("收到日期,收件日期,答复日期", id="two sure ones"),
        pytest.param("收到日期,收到日期,答复日期", id="one twice"),
        pytest.param("登记时间,受理时间,答复日期", id="two weak ones"),
    ],
)
def test_two_columns_with_the_same_meaning_are_a_mistake(tmp_path, headings):
    ((line, key, params),) = problems(csv_file(tmp_path, f"{headings}\n2021-03-05,2021-03-06,2021-03-08\n"))
    assert (line, key, params["key"]) == (1, "ledger.two_columns", "received")
    assert [heading[-4:] for heading in params["headings"]] == [" (A)", " (B)"]


def test_a_missing_column_names_all_headings_and_what_is_near(tmp_path):
    found = problems(csv_file(tmp_path, "题目,来件的日期,渠道,回复完成日期\n一,2021-03-05,12345,2021-03-08\n"))
    assert [(key, params["key"], params.get("near")) for _, key, params in found] == [
        ("ledger.no_needed_near", "received", ("来件的日期",)),
        ("ledger.no_needed_near", "answered", ("回复完成日期",)),
    ]
    assert all("渠道" in params["headings"] for _, _, params in found)


def test_a_file_without_headings_shows_what_it_holds(tmp_path):
    found = problems(csv_file(tmp_path, "一,二\n三,四\n"))
    assert [key for _, key, _ in found] == ["ledger.no_headings"]
    assert found[0][2]["seen"] == ("一", "二", "三", "四")


def test_titles_above_the_headings(tmp_path):
    text = f"临江区2021年度咨询答复台账,,\n填报单位：临江区卫健委,,单位：件\n\n收到日期,答复日期,渠道\n{ROW},12345\n"
    ledger = replies(csv_file(tmp_path, text))
    assert list(ledger.lines) == [5]
    assert left(ledger) == {"left_title": [1, 2], "left_empty": [3], "left_heading": [4]}


@pytest.mark.parametrize(
    ("title", "closing"),
    [
        pytest.param("2021年度咨询台账（截至2021年12月31日）", "2021-12-31", id="in the title"),
        pytest.param("统计截止日期：,2021-12-31", "2021-12-31", id="in a cell of its own"),
        pytest.param("截至二〇二一年十二月三十一日", "2021-12-31", id="in characters"),
        pytest.param("截至2021年底", None, id="no day"),
        pytest.param("2021年12月31日制表", None, id="another day"),
    ],
)
def test_the_day_on_which_the_ledger_was_closed(tmp_path, title, closing):
    ledger = replies(csv_file(tmp_path, f"{title}\n收到日期,答复日期\n{ROW}\n"))
    assert ledger.closing == (date.fromisoformat(closing).toordinal() if closing else None)


def test_the_call_knows_better_when_it_was_closed(tmp_path):
    path = csv_file(tmp_path, f"截至2021年12月31日\n收到日期,答复日期\n{ROW}\n")
    assert replies(path, closing="2021-06-30").closing == date(2021, 6, 30).toordinal()


def test_headings_in_two_rows(tmp_path):
    text = "序号,收到,,答复,,备注\n,日期,方式,日期,方式,\n1,2021-03-05,网,2021-03-08,电话,\n"
    ledger = replies(csv_file(tmp_path, text))
    assert dates(ledger, "received") == ["2021-03-05"]
    assert dates(ledger, "answered") == ["2021-03-08"]
    assert ledger.headings["answered"] == "答复日期"
    assert left(ledger) == {"left_heading": [1, 2]}
    assert flaws(ledger) == []


def test_a_first_case_in_words_is_not_taken_for_a_heading(tmp_path):
    ledger = replies(csv_file(tmp_path, "收到日期,答复日期,渠道\n办理中,未答复,网上咨询\n"))
    assert list(ledger.lines) == [2]
    assert flaws(ledger) == [("blank", 2, "received")]


def test_unknown_columns_are_named_and_usual_ones_passed_over(tmp_path):
    ledger = replies(csv_file(tmp_path, f"收到日期,答复日期,备注,满意度,星座\n{ROW},无,5,白羊\n"))
    assert [(note.code, note.params) for note in ledger.notes] == [("unknown_columns", {"headings": ("星座",)})]


# ── columns that are mapped ──


@pytest.mark.parametrize("name", ["received", "收到日期", "Received"])
def test_the_call_names_a_column(tmp_path, name):
    ledger = replies(csv_file(tmp_path, "登记,答复日期\n2021-03-05,2021-03-08\n"), columns={name: "登记"})
    assert dates(ledger, "received") == ["2021-03-05"]


def test_a_mapped_column_goes_before_known_headings(tmp_path):
    text = "收到日期,转办日期,答复日期\n2021-03-01,2021-03-05,2021-03-08\n"
    ledger = replies(csv_file(tmp_path, text), columns={"received": "转办日期"})
    assert dates(ledger, "received") == ["2021-03-05"]


def test_a_mapping_settles_which_of_two_counts(tmp_path):
    text = "收到日期,收件日期,答复日期\n2021-03-01,2021-03-05,2021-03-08\n"
    ledger = replies(csv_file(tmp_path, text), columns={"received": "收件日期"})
    assert dates(ledger, "received") == ["2021-03-05"]


def test_a_file_beside_names_columns(tmp_path):
    path = csv_file(tmp_path, "登记,答复日期\n2021-03-05,2021-03-08\n")
    (tmp_path / "台账.columns.yaml").write_text("received: 登记\n", "utf-8")
    assert dates(replies(path), "received") == ["2021-03-05"]


def test_a_row_above_the_headings_names_columns(tmp_path):
    text = "列对应,收到日期=登记,答复日期＝处理\n登记,处理\n2021-03-05,2021-03-08\n"
    ledger = replies(csv_file(tmp_path, text))
    assert dates(ledger, "received") == ["2021-03-05"]
    assert dates(ledger, "answered") == ["2021-03-08"]
    assert left(ledger) == {"left_title": [1], "left_heading": [2]}


@pytest.mark.parametrize(
    ("columns", "key"),
    [
        pytest.param({"recieved": "登记"}, "no_column_near", id="a slip in our name"),
        pytest.param({"颜色": "登记"}, "no_column", id="a column that there is not"),
        pytest.param({"received": "登记薄"}, "mapped_missing", id="a heading that there is not"),
    ],
)
def test_a_mapping_that_fits_nothing_is_a_mistake(tmp_path, columns, key):
    path = csv_file(tmp_path, "登记,答复日期\n2021-03-05,2021-03-08\n")
    assert problems(path, columns=columns)[0][1] == f"ledger.{key}"


def test_a_mapped_heading_that_stands_twice_is_a_mistake(tmp_path):
    path = csv_file(tmp_path, "登记,登记,答复日期\n2021-03-05,2021-03-06,2021-03-08\n")
    assert problems(path, columns={"received": "登记"})[0][1] == "ledger.mapped_twice"


@pytest.mark.parametrize("text", ["- received\n", "received: [a]\n"])
def test_a_file_of_columns_that_is_none(tmp_path, text):
    path = csv_file(tmp_path, "收到日期,答复日期\n2021-03-05,2021-03-08\n")
    (tmp_path / "台账.columns.yaml").write_text(text, "utf-8")
    assert problems(path)[0][1] == "ledger.bad_mapping_file"


def test_a_row_of_columns_with_a_slip(tmp_path):
    text = "列对应,收到=登记,处理\n登记,处理\n2021-03-05,2021-03-08\n"
    assert [key for _, key, _ in problems(csv_file(tmp_path, text))] == ["ledger.no_column_near", "ledger.bad_mapping"]


# ── other ledgers ──


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("requests", "收到申请时间,申请人类型,补正告知日期,是否延期,答复时间,办理结果", "received"),
        ("policies", "文件名称,公开日期,解读日期,解读形式,是否涉企", "published"),
        ("meetings", "会议日期,议题,列席人员身份", "date"),
        ("decisions", "决策事项,出台日期,公开日期,意见采纳情况公开日期", "decided"),
        ("trainings", "培训时间,培训主题,参训人数", "date"),
        ("catalogues", "目录名称,发布日期,更新日期", "published"),
    ],
)
def test_every_ledger_is_known_by_its_columns(tmp_path, name, text, key):
    cells = ",".join("2021-03-05" if "日期" in heading or "时间" in heading else "" for heading in text.split(","))
    ledger = read_ledger(name, csv_file(tmp_path, f"{text}\n{cells}\n"))
    assert dates(ledger, key) == ["2021-03-05"]
    assert len(ledger.columns) == len(text.split(","))


def test_a_file_that_looks_like_another_ledger_is_said_to(tmp_path):
    text = "文件名称,公开日期,解读日期,解读形式,是否涉企\n甲,2021-03-05,2021-03-05,图解,否\n"
    path = csv_file(tmp_path, text)
    assert [note.params for note in read_ledger("catalogues", path).notes if note.code == "looks_like"] == [
        {"ledger": "policies"}
    ]
    assert "looks_like" not in notes(read_ledger("policies", path))


def test_several_choices_are_a_set_of_bits(tmp_path):
    cells = ["图解、短视频", "", "文字解读，H5", "图解、魔术"]
    text = "文件名称,公开日期,解读日期,解读形式\n" + "".join(f"甲,2021-03-05,2021-03-05,{cell}\n" for cell in cells)
    ledger = read_ledger("policies", csv_file(tmp_path, text))
    forms = ledger.form.column("forms").choices
    names = [
        {choice.key for place, choice in enumerate(forms) if bits >> place & 1} if bits >= 0 else bits
        for bits in ledger.columns["forms"]
    ]
    assert names == [{"infographic", "video"}, set(), {"text", "interactive"}, -1]
    assert flaws(ledger) == [("unknown_choice", 5, "forms")]


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("3", "3", None),
        ("3人", "3", None),
        ("１２", "12", None),
        ("1,200", "1200", None),
        ("2.50", "2.5", None),
        ("", "", None),
        ("/", "", None),
        ("三", "?", "no_number"),
        ("3-5", "?", "no_number"),
        ("#REF!", "?", "error_value"),
    ],
)
def test_numbers(tmp_path, cell, value, code):
    ledger = read_ledger("trainings", csv_file(tmp_path, f'培训日期,参训人数\n2021-03-05,"{cell}"\n'))
    assert list(ledger.columns["participants"]) == [value]
    assert [flaw.code for flaw in ledger.flaws] == ([code] if code else [])


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("是", "yes"), ("否", "no"), ("√", "yes"), ("×", "no"), ("Y", "yes"), ("1", "yes"), ("0", "no"), ("简单", "yes"),
     ("复杂", "no"), ("无", "no"), ("TRUE", "yes"), ("", 0), ("/", 0), ("也许", -1)],
)  # fmt: skip
def test_yes_and_no(tmp_path, cell, answer):
    ledger = replies(csv_file(tmp_path, f"收到日期,答复日期,是否简单问题\n{ROW},{cell}\n"))
    assert chosen(ledger, "simple") == [answer]
    assert flaws(ledger) == ([("no_yes_no", 2, "simple")] if answer == -1 else [])


def test_words_for_nothing_and_for_not_yet_are_said(tmp_path):
    ledger = replies(csv_file(tmp_path, "收到日期,答复日期\n2021-03-05,/\n2021-03-05,办理中\n2021-03-05,-\n"))
    assert dates(ledger, "answered") == [None, None, None]
    assert [(note.code, note.params) for note in ledger.notes] == [
        ("nothing", {"count": "2", "lines": ("2", "4")}),
        ("pending", {"count": "1", "lines": ("3",)}),
    ]
    assert flaws(ledger) == []
    assert notes(ledger) == ["nothing", "pending"]


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_letters(place, name):
    assert letters(place) == name
