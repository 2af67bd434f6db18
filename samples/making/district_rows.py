"""The rows of the worked example's ledgers, all of them in order; a seeded generator draws them."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from disclosecheck.calendar.calendar import Calendar
from disclosecheck.calendar.years import load_calendar
from making.ledger_table import Row

LAST = date(2021, 12, 31)
CHANNELS = (
    "网上咨询",
    "网上咨询",
    "网站留言",
    "网站留言",
    "12345平台",
    "12345平台",
    "12345平台",
    "领导信箱",
    "网上信访",
)
PETITIONS = ("领导信箱", "网上信访")
OFFICES = ("医政医管科", "疾病预防控制科", "基层卫生科", "老龄健康科", "综合监督科", "人口家庭科", "办公室")
TOPICS = (
    "家庭医生签约",
    "老年人体检",
    "托育机构备案",
    "社区卫生服务",
    "互联网诊疗",
    "职业病防治",
    "母婴保健",
    "疫苗接种",
    "医保衔接",
    "饮用水卫生",
)
KINDS = ("实施办法", "工作方案", "通知", "管理规定", "补贴细则")
RICH = ("图解、文字", "视频、文字", "图解", "专家解读、文字", "视频、图解", "动漫", "新闻发布会、文字")
RESULTS = (
    ("予以公开", 26), ("部分公开", 8), ("不予公开", 13), ("无法提供", 19), ("不予处理", 7), ("逾期不补正", 3),
    ("其他处理", 1),
)  # fmt: skip


class Days:
    """Working days, on dates."""

    def __init__(self) -> None:
        self._calendar: Calendar = load_calendar()

    def after(self, start: str, days: int) -> str:
        return date.fromordinal(self._calendar.due(date.fromisoformat(start).toordinal(), days)).isoformat()

    def before_closing(self, day: str) -> str:
        """A day that had not come when the ledger was closed is not in it."""
        return day if day <= LAST.isoformat() else ""


def _day(rng: Random, first: int = 0, last: int = 364) -> str:
    return (date(2021, 1, 1) + timedelta(days=rng.randint(first, last))).isoformat()


def _plus(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def replies() -> list[Row]:
    rng, days = Random(2021), Days()
    rows = []
    for number, received in enumerate(sorted(_day(rng) for _ in range(2000)), start=1):
        channel = rng.choice(CHANNELS)
        simple = channel not in PETITIONS and rng.random() < 0.3
        if channel in PETITIONS:
            answered = _plus(received, rng.randint(1, 58))
        else:
            answered = days.after(received, rng.randint(0, 1 if simple else 5))
        rows.append(
            {
                "number": f"LJ2021-{number:04d}",
                "received": received,
                "answered": days.before_closing(answered),
                "channel": channel,
                "simple": "是" if simple else "否",
                "office": rng.choice(OFFICES),
            }
        )
    return rows


def requests() -> list[Row]:
    """A row for each request of table 3: 4 carried in, 78 new, 77 completed, 5 carried forward."""
    rng, days = Random(33), Days()
    results = [result for result, count in RESULTS for _ in range(count)]
    rng.shuffle(results)
    channels = ["网上"] * 52 + ["信函"] * 21 + ["当面"] * 5
    rng.shuffle(channels)
    carried = ["2020-12-14", "2020-12-18", "2020-12-24", "2020-12-30"]
    received = sorted(_day(rng, 4, 270) for _ in range(len(results) - len(carried)))
    rows = [{"received": day, "answered": days.after(day, 18), "extended": "否"} for day in carried]
    rows += [_request(rng, days, day) for day in received]
    for row, result in zip(rows, results, strict=True):
        row["result"] = result
        if result == "逾期不补正":
            row.update(_given_up(rng, days, row["received"]))
    rows += [
        {"received": day, "answered": ""}
        for day in ("2021-12-08", "2021-12-14", "2021-12-20", "2021-12-24", "2021-12-30")
    ]
    for number, row in enumerate(rows, start=1):
        row["number"] = f"依申请〔2021〕{number}号"
        row["channel"] = "网上" if number <= len(carried) else channels[number - len(carried) - 1]
    return rows


def _given_up(rng: Random, days: Days, received: str) -> Row:
    """Asked to correct, and nothing came."""
    notified = days.after(received, rng.randint(1, 6))
    blank = dict.fromkeys(("corrected", "extension_notified", "extension_approved", "third_party_asked"), "")
    told = {"correction_notified": notified, "answered": days.after(notified, rng.randint(15, 20))}
    return {**blank, "extended": "否", "third_party_answered": "", **told}


def _request(rng: Random, days: Days, received: str) -> Row:
    row = {"received": received, "extended": "否"}
    sort = rng.random()
    if sort < 0.1:
        notified = days.after(received, rng.randint(1, 7))
        corrected = _plus(notified, rng.randint(3, 12))
        return {
            **row,
            "correction_notified": notified,
            "corrected": corrected,
            "answered": days.after(corrected, rng.randint(5, 20)),
        }
    if sort < 0.2:
        told = days.after(received, rng.randint(15, 20))
        more = {"extended": "是", "extension_notified": told, "extension_approved": "是"}
        return {**row, **more, "answered": days.after(received, rng.randint(21, 40))}
    if sort < 0.27:
        asked = days.after(received, rng.randint(2, 5))
        waited = rng.randint(6, 15)
        more = {"third_party_asked": asked, "third_party_answered": days.after(asked, waited)}
        return {**row, **more, "answered": days.after(received, 20 + waited)}
    return {**row, "answered": days.after(received, rng.randint(2, 20))}


def policies() -> list[Row]:
    """150 documents: 120 disclosed, 82 of them for enterprises and citizens."""
    rng, days = Random(26), Days()
    sorts = ["public"] * 82 + ["disclosed"] * 38 + ["on_request"] * 20 + ["withheld"] * 10
    rng.shuffle(sorts)
    # those that the breaches lay over are for the public in any case
    for row in (7, 52):
        other = sorts.index("public") if sorts[row - 1] != "public" else row - 1
        sorts[row - 1], sorts[other] = sorts[other], sorts[row - 1]
    rich = iter([True] * 58 + [False] * 22)
    rows = []
    for number, (issued, sort) in enumerate(zip(sorted(_day(rng, 4, 330) for _ in sorts), sorts, strict=True), start=1):
        row = {
            "title": f"关于{rng.choice(TOPICS)}的{rng.choice(KINDS)}（{number}）",
            "number": f"临卫健〔2021〕{number}号",
            "issued": issued,
            "attribute": {"on_request": "依申请公开", "withheld": "不予公开"}.get(sort, "主动公开"),
            "reviewed": "是",
            "for_public": "是" if sort == "public" else "否",
            "reposted": "是" if number % 9 == 0 else "否",
        }
        if sort in ("public", "disclosed"):
            row["published"] = days.after(issued, rng.randint(1, 18))
        if sort == "public" and number not in (7, 52):
            row["interpreted"] = row["published"]
            row["forms"] = rng.choice(RICH) if next(rich) else "文字"
            row["followed_up"] = (
                _plus(row["published"], 40) if number % 15 == 0 and row["published"] < "2021-11" else ""
            )
        rows.append(row)
    return rows


def meetings() -> list[Row]:
    """24 rows: the head was briefed twice, stakeholders attended two meetings, one of them with two topics."""
    attended = {
        5: "利益相关方、专家",
        6: "利益相关方",
        9: "专家",
        12: "媒体",
        15: "公众代表、人大代表",
        20: "专家、媒体",
    }
    days = [(date(2021, 1, 12) + timedelta(days=14 * number)).isoformat() for number in range(24)]
    days[5] = days[4]  # two topics of one meeting
    rows = []
    for number, day in enumerate(days, start=1):
        briefing = number in (3, 17)
        who = attended.get(number, "")
        rows.append(
            {
                "date": day,
                "name": "听取政务公开工作汇报" if briefing else f"第{number - (number > 5)}次主任办公会",
                "topic": "政务公开工作" if briefing else f"{TOPICS[number % len(TOPICS)]}有关事项",
                "kind": "主要领导听取汇报" if briefing else "决策会议",
                "attended": who or "无",
                "representatives": str(2 + number % 3) if who else "",
                "in_catalogue": "是" if who else "否",
                "published": _plus(day, 3) if who else "",
            }
        )
    rows[5]["name"] = rows[4]["name"]
    return rows


def decisions() -> list[Row]:
    rng, days = Random(15), Days()
    rows = []
    for number, began in enumerate(sorted(_day(rng, 10, 280) for _ in range(18)), start=1):
        ended = _plus(began, 30)
        decided = days.after(ended, rng.randint(5, 12))
        enterprise = number % 4 == 0
        opinions = rng.randint(3, 60)
        rows.append(
            {
                "title": f"{TOPICS[number % len(TOPICS)]}重大事项（{number}）",
                "enterprise": "是" if enterprise else "否",
                "heard": "是" if enterprise else "",
                "began": began,
                "ended": ended,
                "channels": rng.choice(
                    ("门户网站、政务新媒体", "门户网站、人民建议征集信箱", "门户网站、座谈会、政务新媒体")
                ),
                "opinions": str(opinions),
                "adopted": str(opinions // 3),
                "record": "是",
                "decided": decided,
                "published": days.after(decided, rng.randint(1, 4)),
                "feedback": days.after(decided, rng.randint(5, 10)),
            }
        )
    return rows


ROWS: dict[str, Callable[[], list[Row]]] = {
    "replies": replies,
    "requests": requests,
    "policies": policies,
    "meetings": meetings,
    "decisions": decisions,
}
