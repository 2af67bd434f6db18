"""Radicals that PDF producers give for a glyph they share with an ideograph: ⼀ for 一, ⻓ for 长."""

import re
import unicodedata

# Unicode, EquivalentUnifiedIdeograph.txt, CJK Radicals Supplement; for the Kangxi radicals NFKC knows it.
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹"
    "⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱"
    "⻲⻳"
)
_IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂"
    "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜"
    "亀龟"
)
_TABLE = dict(zip(map(ord, _RADICALS), _IDEOGRAPHS, strict=True))
_SUSPECT = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def unify_radicals(text: str) -> str:
    """The text with each radical or compatibility ideograph as the ideograph it stands for; lengths are kept."""
    if not _SUSPECT.search(text):
        return text
    return _SUSPECT.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text.translate(_TABLE))
