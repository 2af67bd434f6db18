"""Two organs' reports of one batch that are one text (E-J02), seen only where the pack that asks for it is chosen."""

import pytest

RULE = "prose-style/text-not-another-organs"
REPORT = """云溪市临江区{organ}2023年政府信息公开工作年度报告

一、总体情况

2023年，办事处在网站发布惠民补贴名册、社区救助结果和老旧小区改造进度等信息{count}条，居民可以在便民服务大厅的自助机上查阅，也可以由网格员上门读给行动不便的老人听。办公室每季度抽查一次各社区公告栏，对过期未换的当场记下并限期更换。对居民提出的信息公开申请，先由司法所审核涉密和隐私内容，再由分管负责人签发答复，答复书一律附上查找过程说明，并留存检索截图备查。

五、存在的主要问题及改进情况

对拟公布的救助名册，由民政专干与财政所逐户对账，隐去证件号码后再上墙，群众提出疑问的当天回访。年末请居民小组长对照目录打分，得分最低的三个栏目由办事处督办整改，整改照片在微信公众号公布。

六、其他需要报告的事项

无。
"""
OWN_WORDS = """云溪市临江区桃源街道办事处2023年政府信息公开工作年度报告

一、总体情况

桃源街道把物业管理、停车收费、加装电梯三类事项列为年度公开重点，逐项公布申请条件和办理时限，并请业委会代表列席街道办公会。政务新媒体改为每周二、周五更新，留言由专人在当天转给承办科室。年内修订了公开目录，合并重复栏目，补上了应急演练和食品抽检两类结果，还为外来务工人员印制了口袋手册12种。

五、存在的主要问题及改进情况

档案室把十年前的拆迁公告扫描上网，供居民核对；又同两家律所签了约，遇到复杂的申请先请律师出具意见，再开会商定答复口径。对超市、菜场的抽检结果，除了在网上登，还用大字打印贴在入口，老人不用手机也看得清楚。

六、其他需要报告的事项

无。
"""
COPY, COPIED = REPORT.format(organ="柳溪街道办事处", count=36), REPORT.format(organ="杏花街道办事处", count=158)


@pytest.fixture
def answers(tmp_path, call):
    """Check texts as one batch and give the rule's finding of each file, and the submission itself."""

    def asking(texts, *words):
        for name, text in texts.items():
            (tmp_path / name).write_text(text, "utf-8")
        printed = call("audit", tmp_path, "--format", "json", *words)
        found = {}
        for submission in printed.json["submissions"]:
            rule = [finding for finding in submission["findings"] if finding["rule"] == RULE]
            found[submission["path"].rpartition("/")[2].rpartition("\\")[2]] = (rule[0] if rule else None, submission)
        return found

    return asking


@pytest.mark.parametrize(
    ("texts", "outcomes"),
    [
        pytest.param({"a.txt": COPY}, ["not_applicable"], id="a report alone"),
        pytest.param({"a.txt": COPY, "b.txt": COPY}, ["not_applicable"] * 2, id="one organ's report twice"),
        pytest.param({"a.txt": COPY, "b.txt": OWN_WORDS}, ["pass", "pass"], id="each in its own words"),
        pytest.param(
            {"a.txt": COPY, "b.txt": COPIED.replace("2023", "2022")}, ["not_applicable"] * 2, id="of two years"
        ),
        pytest.param({"a.txt": COPY, "b.txt": COPIED}, ["fail", "fail"], id="only the name and a figure changed"),
        pytest.param(
            {"a.txt": COPY, "b.txt": COPIED, "c.txt": OWN_WORDS}, ["fail", "fail", "pass"], id="a third is let be"
        ),
    ],
)
def test_copies_in_a_batch(answers, texts, outcomes):
    found = answers(texts, "--rules", "prose-style")
    assert [rule["outcome"] for rule, _ in found.values()] == outcomes


def test_a_copy_names_its_passages_and_the_other_report_and_counts(answers):
    rule, submission = answers({"a.txt": COPY, "b.txt": COPIED}, "--rules", "prose-style")["a.txt"]
    assert rule["error_type"] == "E-J02"
    assert "杏花街道办事处" in rule["message"]["zh"]
    assert [place["section"] for place in rule["evidence"]] == [1, 5]
    failing = [f for f in submission["findings"] if f["outcome"] == "fail" and f["because_of"] is None]
    assert submission["counts"]["fail"] == len(failing)
    assert submission["status"] == "fail"


def test_unreadable_files_of_the_batch_keep_their_places(answers):
    found = answers({"a.txt": COPY, "b.txt": "会议通知", "c.txt": COPIED}, "--rules", "prose-style")
    assert [rule["outcome"] if rule else None for rule, _ in found.values()] == ["fail", None, "fail"]


def test_nothing_is_compared_unless_asked(answers):
    assert [rule for rule, _ in answers({"a.txt": COPY, "b.txt": COPIED}).values()] == [None, None]
